import { english } from '../../src/core/message';
import { codeText } from '../../src/core/shell';
import type { SecretKind } from '../../src/detect/kind';
import { secretKinds } from '../../src/detect/kinds/index';
import { otherKinds } from '../../src/detect/others';
import { smells } from '../../src/detect/smells/index';
import type { Engine, Rule } from '../../src/engine/engine';
import type { Guidance } from '../../src/guide/guidance';
import type { Example, Service } from '../../src/services/service';
import { exampleFences } from './examples';
import { code, fence, GENERATED, RULE_PAGES, rulePage, servicePage, table } from './markdown';

/** What a page of rules is made from. */
export interface Sources {
  readonly engine: Engine;
  readonly services: readonly Service[];
}

const FAMILIES = ['hardcoded', 'key-auth', 'infra'];

const familyOf = (rule: string): string => rule.slice(0, rule.indexOf('/'));
const kindOf = (rule: string): SecretKind | undefined => secretKinds.find(({ id }) => `hardcoded/${id}` === rule);

/** Every page under `docs/rules`, relative to `docs/`: one for each secret kind of Azure, and one for each group of the others. */
export function rulePages({ engine, services }: Sources): ReadonlyMap<string, string> {
  const pages = new Map<string, readonly string[]>();
  for (const rule of engine.rules) {
    const kind = kindOf(rule.id);
    if (kind !== undefined) pages.set(rulePage(rule.id), kindPage(kind, rule, { engine, services }));
  }
  pages.set(RULE_PAGES.keyAuth, keyAuthPage(engine, services));
  pages.set(RULE_PAGES.infra, infraPage(engine));
  pages.set(RULE_PAGES.other, otherPage());
  return new Map([...pages].map(([page, lines]) => [page, `${[GENERATED, '', ...lines].join('\n').trimEnd()}\n`]));
}

function kindPage({ form }: SecretKind, rule: Rule, { engine, services }: Sources): readonly string[] {
  const guidance = engine.explain(rule.id);
  const service = services.find(({ id }) => id === rule.service);
  return [
    `# ${rule.id}`,
    '',
    `${rule.title}. Severity: ${code(rule.severity)}. ${serviceLine(service)}`,
    '',
    '## What it looks like',
    '',
    form,
    '',
    '## What it gives access to',
    '',
    guidance?.why ?? '',
    '',
    '## Rotate it',
    '',
    ...rotateLines(guidance),
    '## Get rid of it',
    '',
    guidance?.summary ?? '',
    '',
    service === undefined
      ? `${code(`secretless explain ${rule.id} --host HOST`)} prints the steps for your host.`
      : `For roles, commands and limits, see [${service.title}](../${servicePage(service.id)}). ${code(`secretless explain ${rule.id} --host HOST`)} prints the steps for your host.`,
    '',
    ...(service === undefined ? [] : exampleSection(rule.id, service)),
    ...silenceLines(rule.id),
  ];
}

const serviceLine = (service: Service | undefined): string =>
  service === undefined ? 'No Azure service: the secret moves to Key Vault.' : `Service: ${service.title}.`;

/** The steps that make the secret useless. Why to do so is said above them on the page. */
function rotateLines(guidance: Guidance | null): readonly string[] {
  const steps = (guidance?.steps ?? []).filter(({ kind }) => kind === 'rotate');
  return steps.flatMap(({ text, code: copied }, nth) => {
    const said = (nth === 0 ? text.slice(1) : text).map((each) => english(each)).join(' ');
    return [
      ...(said === '' ? [] : [said, '']),
      ...(copied === null ? [] : [fence(copied.language, codeText(copied, english)), '']),
    ];
  });
}

/** An example with this kind of value; else the same client with a secret from a setting. */
function exampleSection(rule: string, { id, title, examples }: Service): readonly string[] {
  const rewritten = examples.filter(({ after }) => after !== null);
  const own = rewritten.find(({ rules }) => rules.includes(rule));
  const example = own ?? rewritten.find(({ rules }) => rules.every((each) => each === `key-auth/${id}`));
  if (example === undefined) return [];
  return [
    '## Example',
    '',
    own === undefined
      ? `${sentence(example)} This example reads a secret of the service from a setting.`
      : sentence(example),
    '',
    ...exampleFences(example, title),
  ];
}

const sentence = ({ title }: Example): string => `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;

const silenceLines = (rule: string): readonly string[] => [
  '## When it should not be reported',
  '',
  'For one line, add a comment above it with a reason. With `until=YYYY-MM-DD` the comment is valid until that day.',
  '',
  fence('ts', `// secretlint-disable-next-line ${rule} -- the reason`),
  '',
  'For the whole workspace, turn the rule off in the settings:',
  '',
  fence('json', `{ "secretless.rules": { "${rule}": "off" } }`),
  '',
  'To hide findings that exist today, record them with `secretless baseline` and scan with `secretless scan --baseline FILE`.',
];

function keyAuthPage(engine: Engine, services: readonly Service[]): readonly string[] {
  const rules = engine.rules.filter(({ id }) => familyOf(id) === 'key-auth');
  return [
    '# key-auth rules',
    '',
    'Code authenticates with a secret that it reads from elsewhere, such as a setting. The finding covers the client call. Each service has one rule.',
    '',
    engine.explain(rules[0]?.id ?? '')?.why ?? '',
    '',
    ...rules.flatMap(({ id, service }) => {
      const own = services.find((each) => each.id === service);
      return own === undefined
        ? []
        : [
            `## ${id}`,
            '',
            `${own.identity.summary} Clients, examples, roles and commands: [${own.title}](../${servicePage(own.id)}).`,
            '',
          ];
    }),
    ...silenceLines(rules[0]?.id ?? ''),
  ];
}

function infraPage(engine: Engine): readonly string[] {
  return [
    '# infra rules',
    '',
    'A template or pipeline exposes keys, or leaves key access enabled. The finding covers the words that do so.',
    '',
    engine.explain(`infra/${smells[0]?.id ?? ''}`)?.why ?? '',
    '',
    ...smells.flatMap(({ id, title, form, message }) => [
      `## infra/${id}`,
      '',
      `${title}. ${form}`,
      '',
      `${english(message)}.`,
      '',
    ]),
    ...silenceLines(`infra/${smells[0]?.id ?? ''}`),
  ];
}

function otherPage(): readonly string[] {
  const ids = new Set(secretKinds.map(({ id }) => id));
  const kinds = otherKinds.filter(({ id }) => !ids.has(id));
  return [
    '# Secrets of other vendors',
    '',
    "These rules come from secretlint's recommended preset. No Azure identity replaces these secrets. Revoke the value where it was issued, and keep the new one in Key Vault.",
    '',
    ...[...kinds]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap(({ id, noun, opens }) => [`## hardcoded/${id}`, '', `Finds ${noun}. ${english(opens)}`, '']),
    ...silenceLines('hardcoded/github'),
  ];
}

const byName = (a: Rule, b: Rule): number =>
  FAMILIES.indexOf(familyOf(a.id)) - FAMILIES.indexOf(familyOf(b.id)) || (a.id < b.id ? -1 : 1);

/** The README's table of rules: those of Azure by name, the others by group. */
export function rulesTable(rules: readonly Rule[], folder: string): string {
  const named = rules.filter(({ id }) => kindOf(id) !== undefined || familyOf(id) === 'infra');
  return table(
    ['Rule', 'Finds', 'Severity'],
    [
      ...[...named]
        .sort(byName)
        .map(({ id, title, severity }) => [`[${code(id)}](${folder}${rulePage(id)})`, title, severity]),
      [
        `[${code('key-auth/<service>')}](${folder}${RULE_PAGES.keyAuth})`,
        'A service is used with a secret instead of an identity',
        'information',
      ],
      [
        `[${code('hardcoded/<vendor>')}](${folder}${RULE_PAGES.other})`,
        'Secrets of other vendors, found by secretlint',
        'warning',
      ],
    ],
  );
}
