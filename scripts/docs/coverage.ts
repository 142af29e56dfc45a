import type { Service } from '../../src/services/service';
import { coverageOf, LANGUAGES } from './languages';
import type { Coverage } from './languages';
import { GENERATED, servicePage, table } from './markdown';
import { refusalText } from './services';

/** What is rewritten, what is refused and why, and what is not there, by service and language. */
export function coveragePageText(services: readonly Service[]): string {
  const rows = services.map((service) => [
    `[${service.title}](${servicePage(service.id)})`,
    ...LANGUAGES.map(([language]) => short(coverageOf(service, language))),
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
    'Findings and guidance exist for every service here. The table says where code is rewritten: how many client patterns become',
    'Microsoft Entra authentication, and how many are recognised and refused, with the reason below. `not there` means that no',
    'pattern is known yet: a hardcoded value is found all the same, and the guidance tells what to do by hand.',
    '',
    table(['Service', ...LANGUAGES.map(([, title]) => title)], rows),
    '',
    ...(refused.length > 0 ? ['## Why some code is refused', '', ...refused] : []),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function short(coverage: Coverage | null): string {
  if (!coverage) return 'not there';
  const { rewritten, refused } = coverage;
  const parts = [
    ...(rewritten > 0 ? [`${rewritten} rewritten`] : []),
    ...(refused.length > 0 ? [`refused: ${refused.map((id) => `\`${id}\``).join(', ')}`] : []),
  ];
  return parts.join('; ') || 'not there';
}
