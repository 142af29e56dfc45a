import type { Span } from '../core/span';

/** A setting that was commented out, up to its value: `# KEY=`, `// "Key": `, `<!-- <add key="X" value=`. */
const ASSIGNMENT =
  /^[\s#/;!*<-]{0,20}(?:export\s{1,99})?(?:["']?[\w.:-]{1,100}["']?\s{0,4}=|["'][\w.:-]{1,100}["']\s{0,4}:|[A-Z][A-Z0-9_]{2,100}:)\s{0,99}/;

/** A run of characters that no white space or bracket cuts. */
const WORD = /[^\s"'`<>(){}[\],;]+/g;

/** Words of a language have no digits, no marks inside and are not this long; addresses and dates are harmless. */
const looksLikeValue = (word: string): boolean =>
  (/=./.test(word) ||
    (word.length >= 6 && /\d|[!#$%^&*+~|\\].|[a-z][A-Z]/.test(word)) ||
    (word.length >= 6 && /[!#$%^&*+~|\\]$/.test(word)) ||
    word.length > 30) &&
  !/^(?:https?:\/\/[\w.-]+(?:\/[\w./-]*)?|\d{4}-\d\d-\d\d)$/.test(word);

/** What a person writes in front of a value. */
const TOLD = /\b(?:pw|pwd|pass|passwd|password|passphrase|secret|token|pin|was|old|formerly)\b[\s:"'`(]{0,4}$/i;

/** The parts of a comment, its marks included, that may be a value: what is assigned in it, and words with digits. */
export function hiddenInComment(text: string, { start, end }: Span): Span[] {
  const own = text.slice(start, end);
  const assigned = ASSIGNMENT.exec(own)?.[0];
  if (assigned !== undefined) {
    const value = { start: start + assigned.length, end: start + own.trimEnd().length };
    return value.start < value.end ? [value] : [];
  }
  return [...own.matchAll(WORD)]
    .filter((hit) => looksLikeValue(hit[0]) || (hit[0].length >= 5 && TOLD.test(own.slice(0, hit.index))))
    .map((hit) => ({ start: start + hit.index, end: start + hit.index + hit[0].length }));
}
