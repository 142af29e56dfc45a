import { LINE_FEED, RETURN } from './units';

/** A place in a text; both count from 0, `character` in UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From the first character to after the last one. */
export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

export interface Lines {
  positionAt(offset: number): Position;
  /** Offset of the first character of a line; lines beyond the end give the text's length. */
  lineStart(line: number): number;
}

/** Line starts of a text. `\n`, `\r\n` and a lone `\r` end a line, as in VS Code. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_FEED || (unit === RETURN && text.charCodeAt(i + 1) !== LINE_FEED)) starts.push(i + 1);
  }
  return {
    positionAt(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: offset - (starts[low] ?? 0) };
    },
    lineStart: (line) => starts[line] ?? text.length,
  };
}
