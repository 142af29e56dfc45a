import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Step, StepCode } from '../core/step';
import { shell } from './command';
import type { Situation } from './situation';

/** A property of a resource, "properties.a: value", that a template which declares the resource can set. */
const isProperty = (text: string): boolean => !text.includes('\n');

function codeOf({ identity: { disableKeys, grant }, iac }: Situation): StepCode | null {
  if (disableKeys === undefined) return null;
  const written = iac === 'cli' ? undefined : disableKeys[iac];
  // A second, partial declaration of the resource would reset what it leaves out: a command changes one property only.
  if (written === undefined || iac === 'cli' || (iac === 'bicep' && isProperty(written))) return shell(disableKeys.cli);
  if (iac === 'bicep' || grant.kind !== 'rbac' || !isProperty(written)) return { language: iac, text: written };
  return {
    language: iac,
    text: `resource "${grant.terraformType}" "target" {\n  # the other arguments stay as they are\n  ${written}\n}`,
  };
}

/** How a template that declares the resource keeps key access off. */
function inTemplate({ identity: { disableKeys }, iac }: Situation): Message[] {
  const written = iac === 'bicep' ? disableKeys?.bicep : undefined;
  if (written === undefined) return [];
  return isProperty(written)
    ? [
        say(
          'In the Bicep file that declares the resource, also set {property}, or its next deployment switches keys on again.',
          {
            property: written,
          },
        ),
      ]
    : [say('Add this to main.bicep and deploy it again.')];
}

/** Switching key access off, where the service can. */
export function disableSteps(situation: Situation): Step[] {
  const { disableKeys } = situation.identity;
  if (disableKeys === undefined) return [];
  return [
    {
      id: `disable-keys:${situation.service}`,
      kind: 'disable-keys',
      title: say('Switch key access off: {service}', { service: situation.title }),
      text: [
        say('Do this only when nothing uses the keys any more.'),
        say(disableKeys.effect),
        ...inTemplate(situation),
      ],
      code: codeOf(situation),
    },
  ];
}
