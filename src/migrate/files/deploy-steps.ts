import { baseName } from '../../core/document';
import { say } from '../../core/message';
import type { Step } from '../../core/step';
import { serviceOf } from '../../services/index';

/** What the storage of a host means for the plans that deploy through it. */
const hostLimits = (): readonly string[] =>
  (serviceOf('functions-host')?.identity.limits ?? []).filter((limit) => /Consumption/.test(limit));

/** What is left to people where a template gives an app an identity and a role in place of a key. */
export function deploySteps(
  path: string,
  service: string,
  iac: 'bicep' | 'terraform' = 'bicep',
  isHost = false,
): Step[] {
  const found = serviceOf(service);
  const { disableKeys } = found?.identity ?? {};
  const property = disableKeys?.[iac];
  const off: Step[] =
    disableKeys && property !== undefined && !property.includes('\n')
      ? [
          {
            id: `disable-keys:template:${service}`,
            kind: 'disable-keys',
            title: say('Switch key access off: {service}', { service: found?.title ?? service }),
            text: [
              say('Do this only when nothing uses the keys any more.'),
              say(disableKeys.effect),
              say('Set {property} on the resource, and deploy it again.', { property }),
            ],
            code: null,
          },
        ]
      : [];
  return [
    {
      id: `deploy:template:${path}`,
      kind: 'deploy',
      title: say('Deploy {file}', { file: baseName(path) }),
      text: [
        say('Whoever deploys it needs the right to assign roles, such as Role Based Access Control Administrator.'),
        say('A new role assignment takes up to 10 minutes to take effect.'),
        say('Then restart the app.'),
        ...(isHost ? hostLimits().map((limit) => say(limit)) : []),
      ],
      code: null,
    },
    ...off,
  ];
}
