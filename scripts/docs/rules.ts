import type { Engine, Rule } from '../../src/engine/engine';
import { code, fence, GENERATED, servicePage, table } from './markdown';

const FAMILIES: Readonly<Record<string, string>> = {
  hardcoded: 'A secret value stands in the file. The finding covers exactly the value.',
  'key-auth': 'Code authenticates with a secret that comes from elsewhere. The finding covers the client call.',
  infra: 'A template hands out keys, or leaves key access switched on.',
};

const familyOf = (rule: string): string => rule.slice(0, rule.indexOf('/'));

/** The page of one rule. */
export function rulePageText(rule: Rule, engine: Engine): string {
  const guidance = engine.explain(rule.id);
  const service = engine.services.find(({ id }) => id === rule.service);
  const lines = [
    GENERATED,
    '',
    `# ${rule.id}`,
    '',
    `${rule.title}.`,
    '',
    FAMILIES[familyOf(rule.id)] ?? '',
    '',
    table(
      ['', ''],
      [
        ['Severity', code(rule.severity)],
        [
          'Service',
          service ? `[${service.title}](../${servicePage(service.id)})` : 'none: the secret goes to Key Vault',
        ],
      ],
    ),
    '',
  ];
  if (guidance?.why) lines.push('## Why it matters', '', guidance.why, '');
  if (guidance) lines.push('## What helps', '', guidance.summary, '');
  lines.push(
    service
      ? `The steps, roles and commands stand on the page of [${service.title}](../${servicePage(service.id)}), and for your host in the side bar or in \`secretless explain ${rule.id} --host HOST\`.`
      : `\`secretless explain ${rule.id} --host HOST\` prints the steps for your host.`,
    '',
    '## When it should not be reported',
    '',
    'On one line, with the reason, in a comment above it (with `until=YYYY-MM-DD` only up to a day):',
    '',
    fence('ts', `// secretlint-disable-next-line ${rule.id} -- the reason`),
    '',
    'Everywhere, in the settings of the workspace:',
    '',
    fence('json', `{ "secretless.rules": { "${rule.id}": "off" } }`),
    '',
    'For what is there today, `secretless baseline` records the findings, and `secretless scan --baseline FILE` leaves them out.',
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

const byName = (a: Rule, b: Rule): number => {
  const families = Object.keys(FAMILIES);
  return families.indexOf(familyOf(a.id)) - families.indexOf(familyOf(b.id)) || (a.id < b.id ? -1 : 1);
};

/** The README's table of rules, by family and name. */
export const rulesTable = (rules: readonly Rule[], page: (rule: string) => string): string =>
  table(
    ['Rule', 'Finds', 'Severity'],
    [...rules].sort(byName).map(({ id, title, severity }) => [`[${code(id)}](${page(id)})`, title, severity]),
  );
