import { say } from '../core/message';
import type { Step, StepCode } from '../core/step';
import { shell } from './command';
import type { Situation } from './situation';

/** "properties.a.b: value" as the resource it belongs to. */
function bicepProperty(type: string, scope: string, line: string): string {
  const at = line.indexOf(':');
  const path = line.slice(0, at).split('.');
  const value = line.slice(at + 1).trim();
  const open = path.map((name, depth) =>
    depth === path.length - 1 ? `${'  '.repeat(depth + 1)}${name}: ${value}` : `${'  '.repeat(depth + 1)}${name}: {`,
  );
  const close = path.slice(1).map((_, depth) => `${'  '.repeat(path.length - 1 - depth)}}`);
  return [
    `resource target '${type}' = {`,
    `  name: '${scope.slice(scope.lastIndexOf('/') + 1)}'`,
    '  location: resourceGroup().location',
    '  // the other properties stay as they are',
    ...open,
    ...close,
    '}',
  ].join('\n');
}

function codeOf({ identity: { disableKeys, grant }, iac }: Situation): StepCode | null {
  if (disableKeys === undefined) return null;
  const written = iac === 'cli' ? undefined : disableKeys[iac];
  if (written === undefined || iac === 'cli') return shell(disableKeys.cli);
  if (grant.kind !== 'rbac' || written.includes('\n')) return { language: iac, text: written };
  return {
    language: iac,
    text:
      iac === 'bicep'
        ? bicepProperty(grant.bicepType, grant.scope, written)
        : `resource "${grant.terraformType}" "target" {\n  # the other arguments stay as they are\n  ${written}\n}`,
  };
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
      text: [say('Do this only when nothing uses the keys any more.'), say(disableKeys.effect)],
      code: codeOf(situation),
    },
  ];
}
