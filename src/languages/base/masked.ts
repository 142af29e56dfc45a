import type { Span } from '../../core/span';

/** A text in which everything but the given parts, in order, is white space: each character stays at its place. */
export function masked(text: string, parts: readonly Span[]): string {
  let [made, read] = ['', 0];
  for (const { start, end } of parts) {
    made += blank(text.slice(read, start)) + text.slice(start, end);
    read = end;
  }
  return made + blank(text.slice(read));
}

export const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
