import type { Span } from '../core/span';
import type { Candidate } from './candidate';

/** A match of a kind's expression that has not been judged yet. Offsets are absolute in `text`. */
export interface Match {
  readonly text: string;
  /** The whole match. */
  readonly whole: Span;
  /** The named group `value` of the expression, or the whole match without one. */
  readonly value: Span;
  /** The document's path and VS Code language id, for kinds that read their surroundings. */
  readonly path: string;
  readonly languageId: string | undefined;
}

/**
 * One secret kind: cheap words that must stand near, a precise expression run in a window round them, and a judge.
 * Expressions are linear: bounded repeats only, no nested quantifiers, flags `dg` (plus `i`).
 */
export interface SecretKind {
  /** The rule is `hardcoded/<id>`. */
  readonly id: string;
  /** "an Azure Storage account key": completes "Hardcoded ...". */
  readonly noun: string;
  /** Literals, lower case or not: the scan is case-insensitive. At least one stands in each match's window. */
  readonly anchors: readonly string[];
  /** UTF-16 units looked at before and after an anchor. */
  readonly before: number;
  readonly after: number;
  /** With a named group `value` where the secret is only a part of the match. */
  readonly pattern: RegExp;
  /** Accepts a match, adjusts it, or rejects it (null). Without one, every match that is not silent is `certain`. */
  readonly judge?: (match: Match) => Pick<Candidate, 'grade'> & Partial<Candidate> | null;
}
