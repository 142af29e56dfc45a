import { languages } from '../../src/languages/index';
import type { LanguageId, Service } from '../../src/services/service';

/** Every language there may be, in the order of the tables. */
export const LANGUAGES: readonly (readonly [LanguageId, string])[] = [
  ['typescript', 'TypeScript, JavaScript'],
  ['python', 'Python'],
  ['csharp', 'C#'],
  ['java', 'Java'],
  ['go', 'Go'],
];

/** What Secretless does with a service in a language. */
export interface Coverage {
  readonly packages: readonly string[];
  readonly rewritten: number;
  /** Ids of refusals, each once. */
  readonly refused: readonly string[];
}

/** True for a language that has an adapter. */
export const isRead = (language: LanguageId): boolean => languages.some(({ id }) => id === language);

/** Null where nothing is known, or the language has no adapter yet. */
export function coverageOf(service: Service, language: LanguageId): Coverage | null {
  const sdks = service.clients[language] ?? [];
  if (sdks.length === 0 || !isRead(language)) return null;
  const patterns = sdks.flatMap((sdk) => sdk.patterns);
  return {
    packages: sdks.map((sdk) => sdk.package),
    rewritten: patterns.filter(({ kind }) => kind === 'rewrite').length,
    refused: [...new Set(patterns.flatMap((pattern) => (pattern.kind === 'refuse' ? [pattern.reason] : [])))],
  };
}
