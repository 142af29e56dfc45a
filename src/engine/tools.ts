import type { SourceDocument } from '../core/document';
import { createDetector } from '../detect/detector';
import type { Detector } from '../detect/detector';
import type { Language, Parser } from '../languages/contract/language';
import { languages } from '../languages/index';
import { packageWords } from '../migrate/clients';
import { patternsOf } from '../migrate/uses';
import type { Patterns } from '../migrate/uses';
import { services } from '../services/index';

/** A language whose parser is loaded, with the patterns of all services in it. */
export interface Loaded {
  readonly language: Language;
  readonly parser: Parser;
  readonly patterns: Patterns;
}

/** What engines of several roots share: the detector's tables, the parsers, the compiled patterns. */
export interface Tools {
  readonly detector: Detector;
  /** Loads the parser on first need. */
  readonly load: (language: Language) => Promise<Loaded>;
}

/** Cheap: tables are built and parsers loaded when a text first needs them. */
export function createTools(): Tools {
  const loading = new Map<Language, Promise<Loaded>>();
  return {
    detector: createDetector(packageWords()),
    load(language) {
      const known = loading.get(language);
      if (known) return known;
      const fresh = language
        .load()
        .then((parser) => ({ language, parser, patterns: patternsOf(services, language, parser) }));
      loading.set(language, fresh);
      return fresh;
    },
  };
}

/** The language of a document, or null where it is no code that can be analysed. */
export const languageOf = ({ path, languageId }: SourceDocument): Language | null =>
  languages.find((language) => language.handles(path, languageId)) ?? null;
