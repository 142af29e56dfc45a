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
  /** Loads the parser on first need, and another one when that has broken down. */
  readonly load: (language: Language) => Promise<Loaded>;
  /** Told of every error that an analysis ended with. */
  readonly onTrouble?: ((error: unknown) => void) | undefined;
}

/** Cheap: tables are built and parsers loaded when a text first needs them. */
export function createTools({ onTrouble }: Pick<Tools, 'onTrouble'> = {}): Tools {
  const loading = new Map<Language, Promise<Loaded>>();
  const load = (language: Language): Promise<Loaded> => {
    const fresh = language
      .load()
      .then((parser) => ({ language, parser, patterns: patternsOf(services, language, parser) }));
    loading.set(language, fresh);
    return fresh;
  };
  return {
    onTrouble,
    detector: createDetector(packageWords()),
    async load(language) {
      const known = loading.get(language);
      if (!known) return load(language);
      const loaded = await known;
      // Whoever comes first after it broke down makes the next one.
      return loaded.parser.isLost ? (loading.get(language) === known ? load(language) : this.load(language)) : loaded;
    },
  };
}

/** The language of a document, or null where it is no code that can be analysed. */
export const languageOf = ({ path, languageId }: SourceDocument): Language | null =>
  languages.find((language) => language.handles(path, languageId)) ?? null;
