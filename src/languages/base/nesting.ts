import {
  BACKSLASH,
  CLOSE_CURLY,
  CLOSE_ROUND,
  CLOSE_SQUARE,
  DOLLAR,
  DOUBLE_QUOTE,
  GREATER,
  LESS,
  LINE_FEED,
  LOWER_A,
  LOWER_Z,
  NINE,
  OPEN_CURLY,
  OPEN_ROUND,
  OPEN_SQUARE,
  RETURN,
  SEMICOLON,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  STAR,
  TAB,
  UNDERSCORE,
  UPPER_A,
  UPPER_Z,
  ZERO,
} from '../../core/units';

/** Deeper than people or generators nest code, and far from where a parser that calls itself runs out of stack. */
const DEPTH = 250;

/** Parsers that keep a stack of their own go deeper: from here on the code that looks at the tree may not. */
export const DEPTH_OF_TREES = 2000;

/** The text of a file, or of one that it names, nests deeper than a parser can be trusted with. */
export class TooDeep extends RangeError {
  override readonly name = 'TooDeep';
}

const isSpace = (unit: number): boolean => unit === SPACE || (unit >= TAB && unit <= RETURN);

const isWord = (unit: number): boolean =>
  (unit >= ZERO && unit <= NINE) ||
  (unit >= UPPER_A && unit <= UPPER_Z) ||
  unit === UNDERSCORE ||
  unit === DOLLAR ||
  (unit >= LOWER_A && unit <= LOWER_Z);

/** Where a string that begins at a quote ends: after its last quote, or at the end of its line. */
function endOfString(text: string, at: number, quote: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === BACKSLASH) i++;
    else if (unit === quote) return i + 1;
    else if (unit === LINE_FEED || unit === RETURN) return i;
  }
  return text.length;
}

function endOfComment(text: string, at: number): number {
  const end = text.charCodeAt(at + 1) === SLASH ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
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
    if (unit > CLOSE_CURLY) continue;
    if (unit === OPEN_ROUND || unit === OPEN_SQUARE || unit === OPEN_CURLY) {
      if (++brackets > depth) return true;
      angles = 0;
    } else if (unit === CLOSE_ROUND || unit === CLOSE_SQUARE || unit === CLOSE_CURLY) {
      if (brackets > 0) brackets--;
      angles = 0;
    } else if (unit === SEMICOLON) angles = 0;
    else if (unit === DOUBLE_QUOTE || unit === SINGLE_QUOTE) at = endOfString(text, at, unit) - 1;
    else if (unit === SLASH && (text.charCodeAt(at + 1) === SLASH || text.charCodeAt(at + 1) === STAR))
      at = endOfComment(text, at) - 1;
    else if (unit === GREATER && angles > 0) angles--;
    else if (unit === LESS) {
      let before = at - 1;
      while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
      if (isWord(text.charCodeAt(before)) && ++angles > DEPTH) return true;
    }
  }
  return false;
}
