import type { Span } from '../core/span';

/** One line of a text: its content, and where the next one begins. */
export interface Line extends Span {
  readonly text: string;
  readonly next: number;
}

/** The lines of a text; `\n`, `\r\n` and a lone `\r` end one. */
export function* linesIn(text: string): Generator<Line> {
  const end = /\r\n|\r|\n/g;
  for (let start = 0; start < text.length;) {
    end.lastIndex = start;
    const hit = end.exec(text);
    const stop = hit ? hit.index : text.length;
    const next = hit ? end.lastIndex : text.length;
    yield { text: text.slice(start, stop), start, end: stop, next };
    start = next;
  }
}

/** The line end that a text uses. */
export const eolOf = (text: string): string =>
  text.includes('\r\n') ? '\r\n' : text.includes('\r') && !text.includes('\n') ? '\r' : '\n';

/** Where the line that holds an offset begins. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Where the line that holds an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

/** The offset after the line break at an offset, or the offset itself where there is none. */
export const afterBreak = (text: string, at: number): number =>
  text.startsWith('\r\n', at) ? at + 2 : text[at] === '\r' || text[at] === '\n' ? at + 1 : at;
