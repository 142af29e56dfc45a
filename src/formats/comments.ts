import type { Span } from '../core/span';

/** A setting that was commented out, up to its value: `# KEY=`, `// "Key": `, `<!-- <add key="X" value=`. */
const ASSIGNMENT =
  /^[\s#/;!*<-]{0,20}(?:export\s+)?(?:["']?[\w.:-]{1,100}["']?\s{0,4}=|["'][\w.:-]{1,100}["']\s{0,4}:|[A-Z][A-Z0-9_]{2,100}:)\s*/;

/** A run of characters that no white space or bracket cuts. */
const WORD = /[^\s"'`<>(){}[\],;]+/g;

/** Words of a language have no digits and are not this long; addresses and dates are harmless. */
const looksLikeValue = (word: string): boolean =>
  (/=./.test(word) || (word.length >= 8 && (/\d/.test(word) || word.length > 30))) &&
  !/^(?:https?:\/\/[\w.-]+(?:\/[\w./-]*)?|\d{4}-\d\d-\d\d)$/.test(word);

/** The parts of a comment, its marks included, that may be a value: what is assigned in it, and words with digits. */
export function hiddenInComment(text: string, { start, end }: Span): Span[] {
  const own = text.slice(start, end);
  const assigned = ASSIGNMENT.exec(own)?.[0];
  if (assigned !== undefined) {
    const value = { start: start + assigned.length, end: start + own.trimEnd().length };
    return value.start < value.end ? [value] : [];
  }
  return [...own.matchAll(WORD)]
    .filter((hit) => looksLikeValue(hit[0]))
    .map((hit) => ({ start: start + hit.index, end: start + hit.index + hit[0].length }));
}
