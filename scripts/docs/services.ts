import type { Engine } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import type { Role } from '../../src/services/identity';
import type { Example, Service } from '../../src/services/service';
import { exampleFences } from './examples';
import { coverageOf, LANGUAGES } from './languages';
import { cell, code, demoted, GENERATED, rulePage, servicePage, table } from './markdown';
import { refusalText } from './refusals';

const SUPPORT = { yes: 'yes', partly: 'partly', no: 'no, Key Vault instead' } as const;

/** The page of one service: what is found, what is rewritten and what not, and the guidance for App Service. */
export function servicePageText(service: Service, engine: Engine): string {
  const guidance = engine.explain(service.id, 'app-service', 'cli');
  const rules = engine.rules.filter((rule) => rule.service === service.id);
  const lines = [GENERATED, '', `# ${service.title}`, '', service.identity.summary, ''];
  lines.push(
    table(
      ['', ''],
      [
        ['Id', code(service.id)],
        ['Microsoft Entra', SUPPORT[service.identity.support]],
        ['Rules', rules.map(({ id }) => `[${code(id)}](../${rulePage(id)})`).join(', ')],
        ...(service.settings.length > 0
          ? [['Settings that hold the secret', service.settings.map(code).join(', ')]]
          : []),
        ...(service.endpointSetting === undefined ? [] : [['Setting of the endpoint', code(service.endpointSetting)]]),
      ],
    ),
    '',
    '## Rewrites',
    '',
    ...LANGUAGES.flatMap(([language, title]) => rewrites(service, language, title)),
    ...service.examples.flatMap((example) => [
      `### Example: ${example.title}`,
      '',
      ...exampleFences(example, service.title),
    ]),
  );
  if (guidance) {
    lines.push(
      '## Guidance for App Service',
      '',
      `Other hosts: \`secretless explain ${service.id} --host HOST\`, with ${engine.hosts.map(({ id }) => code(id)).join(', ')}.`,
      '',
      demoted(withoutIntroduction(renderMarkdown(guidance)), 1),
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function rewrites(service: Service, language: Example['language'], title: string): string[] {
  if (!coverageOf(service, language)) return [];
  const lines: string[] = [];
  for (const sdk of service.clients[language] ?? []) {
    const rows = sdk.patterns.map((pattern) => [
      cell(code(pattern.from)).replaceAll('&lt;', '<') + classes(pattern.for),
      pattern.kind === 'rewrite'
        ? cell(code(pattern.to)).replaceAll('&lt;', '<')
        : pattern.instead === undefined
          ? `no rewrite: ${cell(refusalText(pattern.reason, service.title))}`
          : `by hand: ${cell(code(pattern.instead)).replaceAll('&lt;', '<')}`,
    ]);
    lines.push(
      `### ${title}: ${sdk.package === '' ? 'without a package' : sdk.package}`,
      '',
      table(['With a secret', 'Without'], rows),
      '',
    );
  }
  return lines;
}

/** The names that `$CLASS` stands for. */
const classes = (names: readonly string[]): string =>
  names.length === 0 ? '' : `, where ${code('$CLASS')} is ${names.map(code).join(', ')}`;

/** Title and summary are at the top of the page already. */
const withoutIntroduction = (markdown: string): string => markdown.replace(/^# [^\n]*\n+(?:[^-\n][^\n]*\n+)?/, '');

/** The README's table of services. */
export function servicesTable(services: readonly Service[], folder: string): string {
  return table(
    ['Service', 'Microsoft Entra', 'Rewritten in', 'Least role to write'],
    services.map((service) => [
      `[${service.title}](${folder}${servicePage(service.id)})`,
      SUPPORT[service.identity.support],
      LANGUAGES.filter(([language]) => (coverageOf(service, language)?.rewritten ?? 0) > 0)
        .map(([, title]) => title)
        .join(', ') || 'not yet',
      roleName(service.identity.roles.write[0] ?? service.identity.roles.read[0]),
    ]),
  );
}

const roleName = (role: Role | undefined): string => role?.name ?? 'see its page';
