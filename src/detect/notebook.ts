import type { Span } from '../core/span';

/*
 * A notebook keeps the lines of a cell as texts of a list. Here they become lines of code again, so that a call over
 * several lines reads as one, and each find is told where it is in the file.
 */

/** The end of one text of a list and the beginning of the next, a line break of the cell; or an escaped quote. */
const ESCAPED = /\\n",[ \t]{0,40}\r?\n[ \t]{0,40}"|(?<!\\)\\"/g;

export const isNotebook = (path: string): boolean => /\.ipynb$/i.test(path);

export interface Lines {
  readonly text: string;
  /** The place in the file of a stretch of {@link text}. */
  placeOf(span: Span): Span;
}

/** The lines of a notebook's cells, joined as their code joins them, among everything else as it is. */
export function linesOf(text: string): Lines {
  const parts: string[] = [];
  // Where a part begins in the new text, and in the file.
  const starts: [number, number][] = [];
  let [read, length] = [0, 0];
  const keep = (part: string, from: number): void => {
    starts.push([length, from]);
    parts.push(part);
    length += part.length;
  };
  for (const { 0: escaped, index } of text.matchAll(ESCAPED)) {
    keep(text.slice(read, index), read);
    keep(escaped.length === 2 ? '"' : '\n', index + escaped.length - 1);
    read = index + escaped.length;
  }
  keep(text.slice(read), read);
  const at = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle]?.[0] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const [inner, outer] = starts[low] ?? [0, 0];
    return outer + offset - inner;
  };
  return {
    text: parts.join(''),
    placeOf: ({ start, end }) => ({ start: at(start), end: end > start ? at(end - 1) + 1 : at(start) }),
  };
}
