import { CLOSE_CURLY, CLOSE_SQUARE, OPEN_CURLY, OPEN_SQUARE } from '../core/units';

/** Deeper than any settings, and far from where a parser that calls itself runs out of stack. */
const DEPTH = 200;

/**
 * True for a text whose brackets are in more brackets than any settings do. Parsers call themselves for each level, and
 * an expression that V8 compiles for the first time where the stack ends takes the whole process down: no exception tells.
 * Brackets in strings count as well: they only make a text look deeper.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN_SQUARE || unit === OPEN_CURLY) depth++;
    else if ((unit === CLOSE_SQUARE || unit === CLOSE_CURLY) && depth > 0) depth--;
    if (depth > DEPTH) return true;
  }
  return false;
}

/** True for a line that begins many levels at once: `- - - a`, or far to the right. */
export const isIndentedTooDeep = (text: string): boolean => /(?:^|[\r\n])[ \t?:-]{200}/.test(text);
