import type { Message } from '../core/message';
import type { Span } from '../core/span';
import type { Candidate } from './candidate';
import type { Landmark, Surroundings } from './landmarks';
import type { Shape } from './shapes';

/** The text a value is in, as judges see it. */
export interface Source {
  readonly text: string;
  /** The document's path and VS Code language id, for kinds that read their surroundings. */
  readonly path: string;
  readonly languageId: string | undefined;
  /** ISO date, for values that expire. */
  readonly today: string;
  /** Which services the text is about, and where it says so. */
  readonly surroundings: Surroundings;
  /** What the detector finds in a text that is encoded in this one; empty within such a text. */
  readonly inside: (text: string) => readonly Candidate[];
}

/** A match of a look's expression that has not been judged yet. Offsets are absolute in `text`. */
export interface Match extends Source {
  /** The whole match. */
  readonly whole: Span;
  /** The named group `value` of the expression, or the whole match without one. */
  readonly value: Span;
  /** The value with its encodings undone (`\u002B`, `%2B`, `&#43;`, `\/`). */
  readonly decoded: string;
  /** The named groups of the expression. */
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** A match in a text. Every member is written out: spreading the source costs more than all else for 40,000 matches of a line. */
export const matchIn = (
  { text, path, languageId, today, surroundings, inside }: Source,
  { whole, value, decoded, groups }: Omit<Match, keyof Source>,
): Match => ({ text, path, languageId, today, surroundings, inside, whole, value, decoded, groups });

/** What a judge makes of a match; anything but the grade is taken from the match and the kind when left out. */
export type Verdict = Pick<Candidate, 'grade'> & Partial<Candidate>;

/**
 * One way in which a secret can be in a text: cheap words that must be near, a precise expression run in a window
 * round them, and a judge. Expressions are linear: bounded repeats only, no nested quantifiers, no flags but `i`.
 */
export interface Signature {
  /** Literals, lower case or not: the scan is case-insensitive. At least one is in each match's window. */
  readonly anchors: readonly string[];
  /** UTF-16 units looked at before and after an anchor. A match may not reach out of its window. */
  readonly before: number;
  readonly after: number;
  /** With a named group `value` where the secret is only a part of the match. */
  readonly pattern: RegExp;
  /** Accepts a match, adjusts it, or rejects it (null). Without one, every match that is not silent is `certain`. */
  readonly judge?: (match: Match) => Verdict | null;
}

/**
 * A value without a signature, known by its name, its shape and the service the text is about: of all kinds whose
 * shape fits, the one whose landmark is nearest wins. A landmark inside the name is nearest of all.
 */
export interface NamedShape {
  readonly shape: Shape;
  readonly near: readonly Landmark[];
  /** Of the name in lower case without `-`, `_`, `.`, `:`. Default: names of keys, or of passwords for passwords. */
  readonly name?: RegExp;
  /** Its judge may be certain: only then it counts in text that a tool made, too. */
  readonly mayBeCertain?: true;
  /** Has the last word, with the value decoded. */
  readonly judge?: (match: Match & { readonly name: Span }) => Verdict | null;
}

/** A call among whose arguments one is free text, such as a password. */
export interface FreeArgument {
  /** Of the end of the call's name, in lower case without `-`, `_`, `.`, `:`. */
  readonly call: RegExp;
  /** The first place among the arguments, from 0. */
  readonly from: number;
  /** The last place. Default: any. */
  readonly to?: number;
  /** Of the text of the arguments, from the bracket on. */
  readonly first?: RegExp;
}

/**
 * One secret kind: everything there is to know of it, in one place. Its rule is `hardcoded/<id>`; guidance, documentation
 * and the faces read it from here.
 */
export interface SecretKind {
  readonly id: string;
  /** "an Azure Storage account key": completes "Hardcoded ...". */
  readonly noun: string;
  /** What a leaked value gives access to, and for how long: a sentence of its own or one of `opens.ts`. */
  readonly opens: Message;
  /** One or two sentences of Markdown for the documentation: what it looks like and where it appears. Nothing key-shaped. */
  readonly form: string;
  readonly looks: readonly Signature[];
  readonly named?: readonly NamedShape[];
  /** Words in the names of its values, besides those of `named.ts`. A `$` at the end: no letter follows. */
  readonly names?: readonly string[];
  /** Words of calls that take its value as it is, up to their bracket, besides those of `named.ts`. */
  readonly calls?: readonly string[];
  /** Calls that take its value as free text. */
  readonly freeArguments?: readonly FreeArgument[];
}
