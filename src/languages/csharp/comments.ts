import type { TextLines } from '../base/lines';
import type { Node } from './syntax';

/** A line that is a comment and nothing else, and no documentation, licence or mark that opens or closes a region. */
const PLAIN_COMMENT =
  /^[ \t]{0,400}\/\/(?!\/|\s{0,99}(?:copyright|license|licence|<auto|<\/?[\w-]{1,99}>\s{0,99}$|\[(?:start|end)\b|#|(?:end)?region\b|snippet))[^\r\n]{0,4000}\r?\n$/im;
const DOCUMENTATION = /^[ \t]*\/\/\/[^\r\n]*\r?\n$/;

/** Which comments belong to the code below them. Offsets are those of starts of lines, where nothing else is said. */
export interface CommentLines {
  /** The start of the plain comment lines right above a line, or the line itself. */
  above(line: number): number;
  /** Where the comments start that speak of the code on this line alone: they are apart from what is above. */
  own(line: number): number;
  /** Where the comments start that speak of the first code of the file, or where the code does. */
  ofFirst(code: Node): number;
}

export function commentLines(text: string, lines: TextLines): CommentLines {
  const previous = (line: number): number => text.lastIndexOf('\n', line - 2) + 1;
  const upTo = (line: number, pattern: RegExp): number => {
    let start = line;
    while (start > 0 && pattern.test(text.slice(previous(start), start))) start = previous(start);
    return start;
  };
  return {
    above: (line) => upTo(line, PLAIN_COMMENT),
    own(line) {
      const documentation = upTo(line, DOCUMENTATION);
      if (documentation !== line) return documentation;
      const start = upTo(line, PLAIN_COMMENT);
      const before = text.slice(previous(start), start);
      return start > 0 && (/^\s*$/.test(before) || /[{(]\s*$/.test(before)) ? start : line;
    },
    ofFirst({ type, startIndex }) {
      const line = lines.startOf(startIndex);
      if (text.slice(line, startIndex).trim() !== '') return startIndex;
      const start = upTo(line, type === 'global_statement' ? PLAIN_COMMENT : DOCUMENTATION);
      return start === line ? startIndex : start;
    },
  };
}
