import type { LanguageId, Service } from '../../src/services/service';
import { coverageOf, isRead, LANGUAGES } from './languages';
import { GENERATED, servicePage, table } from './markdown';
import { refusalText } from './refusals';

/** What is rewritten, what is not and why, and what does not exist, by service and language. */
export function coveragePageText(services: readonly Service[]): string {
  const rows = services.map((service) => [
    `[${service.title}](${servicePage(service.id)})`,
    ...LANGUAGES.map(([language]) => short(service, language)),
  ]);
  const refused = services.flatMap((service) => {
    const ids = LANGUAGES.flatMap(([language]) => coverageOf(service, language)?.refused ?? []);
    return [...new Set(ids)].map((id) => `- ${service.title}, \`${id}\`: ${refusalText(id, service.title)}`);
  });
  const lines = [
    GENERATED,
    '',
    '# Coverage',
    '',
    'Every service in this table has findings and guidance. The table shows what happens to code: how many client patterns are',
    'rewritten to Microsoft Entra authentication, and which are recognized but not rewritten, with the reasons below. "Not there" gives',
    'the reason why a language has nothing to rewrite. "Not yet" means that the language is not supported yet: hardcoded values are',
    'still found, and the guidance describes the manual change.',
    '',
    table(['Service', ...LANGUAGES.map(([, title]) => title)], rows),
    '',
    ...(refused.length > 0 ? ['## Why some code is not rewritten', '', ...refused] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function short(service: Service, language: LanguageId): string {
  if (!isRead(language)) return 'not yet';
  const coverage = coverageOf(service, language);
  if (!coverage) return `not there: ${service.absent?.[language] ?? missing(service, language)}`;
  const { rewritten, refused } = coverage;
  const parts = [
    ...(rewritten > 0 ? [`${rewritten} rewritten`] : []),
    ...(refused.length > 0 ? [`refused: ${refused.map((id) => `\`${id}\``).join(', ')}`] : []),
  ];
  return parts.join('; ');
}

/** @throws RangeError always: no cell of the table is left to guess. */
const missing = (service: Service, language: LanguageId): never => {
  throw new RangeError(`${service.id} has neither clients nor a reason in "absent" for ${language}`);
};
