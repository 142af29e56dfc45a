/** Deeper than people or generators nest code, and far from where a parser that calls itself runs out of stack. */
const DEPTH = 250;

/** Parsers that keep a stack of their own go deeper: from here on the code that looks at the tree may not. */
export const DEPTH_OF_TREES = 2000;

/** The text of a file, or of one that it names, nests deeper than a parser can be trusted with. */
export class TooDeep extends RangeError {
  override readonly name = 'TooDeep';
}

const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);

const isWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95 || unit === 36 || (unit >= 97 && unit <= 122);

/** Where a string that begins at a quote ends: after its last quote, or at the end of its line. */
function endOfString(text: string, at: number, quote: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 92) i++;
    else if (unit === quote) return i + 1;
    else if (unit === 10 || unit === 13) return i;
  }
  return text.length;
}

function endOfComment(text: string, at: number): number {
  const end = text.charCodeAt(at + 1) === 47 ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 1;
}

/**
 * True for code whose brackets, or type arguments (`A<B<C<`), are in more of their kind than any code has. Comments and
 * strings do not count. It reads like the languages whose code looks like C, without knowing any of them by heart: where it
 * is mistaken, the parser still has its own limits.
 * @param depth of brackets; type arguments have one limit in all languages
 */
export function isNestedTooDeep(text: string, depth = DEPTH): boolean {
  let [brackets, angles] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 125) continue;
    if (unit === 40 || unit === 91 || unit === 123) {
      if (++brackets > depth) return true;
      angles = 0;
    } else if (unit === 41 || unit === 93 || unit === 125) {
      if (brackets > 0) brackets--;
      angles = 0;
    } else if (unit === 59) angles = 0;
    else if (unit === 34 || unit === 39) at = endOfString(text, at, unit) - 1;
    else if (unit === 47 && (text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 42))
      at = endOfComment(text, at) - 1;
    else if (unit === 62 && angles > 0) angles--;
    else if (unit === 60) {
      let before = at - 1;
      while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
      if (isWord(text.charCodeAt(before)) && ++angles > DEPTH) return true;
    }
  }
  return false;
}
