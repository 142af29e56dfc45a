import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';

/** The lines of a text, and edits that keep them whole. Offsets are UTF-16 units. */
export interface TextLines {
  /** How most of its lines end. */
  readonly eol: string;
  /** The offset at which the line around an offset starts. */
  startOf(offset: number): number;
  /** The white space at the start of the line around an offset. */
  indentAt(offset: number): string;
  /** Deletes a place, with its line where nothing else is on it. `from` may move the start of that line up. */
  remove(place: Span, from?: (lineStart: number) => number): TextEdit;
  /** Puts a line after a statement, with its indentation. */
  insertAfter(statement: Span, line: string): TextEdit;
}

export function linesOf(text: string): TextLines {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const startOf = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const indentAt = (offset: number): string => /^[ \t]*/.exec(text.slice(startOf(offset), offset))?.[0] ?? '';
  return {
    eol,
    startOf,
    indentAt,
    remove(place, from = (start) => start) {
      const start = startOf(place.start);
      const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(place.end));
      if (text.slice(start, place.start).trim() !== '' || !rest) return { span: place, newText: '' };
      return { span: { start: from(start), end: place.end + rest[0].length }, newText: '' };
    },
    insertAfter: (statement, line) => ({
      span: { start: statement.end, end: statement.end },
      newText: eol + indentAt(statement.start) + line,
    }),
  };
}
