import { unquoted } from '../core/trailing';
import { baseName } from '../core/document';
import type { Span } from '../core/span';
import { valueOf } from './expression';
import type { Setting, SettingsFormat } from './format';
import { linesIn } from './lines';

const INSTRUCTION = /^[ \t]*(?:ENV|ARG)[ \t]+/i;
const PAIR =
  /(?<name>[A-Za-z_]\w{0,200})(?:=(?<value>"(?:[^"\\]|\\[^]){0,4000}"|'[^']{0,4000}'|(?:[^\s"'\\]|\\[^]){0,4000}))?/dy;
const QUOTES = `"'`;
const GAP = /(?:[ \t]|\\[ \t]*(?:\r\n|\r|\n)|#[^\r\n]*(?:\r\n|\r|\n))*/y;
/** The old form without an equals sign: the rest of the line is the value. */
const REST = /^[ \t]{0,200}ENV[ \t]{1,200}(?<name>[A-Za-z_]\w{0,200})[ \t]{1,200}(?<value>[^=\s][^\r\n]{0,20000})$/di;

/** The pairs of one instruction. */
function pairs(text: string, { start, end }: Span, from: number): Setting[] {
  const found: Setting[] = [];
  for (let at = from; at < end;) {
    PAIR.lastIndex = at;
    const hit = PAIR.exec(text);
    const name = hit?.indices?.groups?.['name'];
    if (!hit || !name) break;
    const stop = at + hit[0].length;
    // A quote that its instruction does not close.
    if (stop > end) break;
    const [valueStart, valueEnd] = hit.indices?.groups?.['value'] ?? [stop, stop];
    const written = text.slice(valueStart, valueEnd);
    found.push({
      name: text.slice(name[0], name[1]),
      value: valueOf(unquoted(written, QUOTES) ?? written.replace(/\\([^])/g, '$1')),
      span: { start, end },
      nameSpan: { start: name[0], end: name[1] },
      valueSpan: { start: valueStart, end: valueEnd },
    });
    GAP.lastIndex = stop;
    GAP.exec(text);
    if (GAP.lastIndex === stop) break;
    at = GAP.lastIndex;
  }
  return found;
}

/** Instructions with the lines that a backslash continues; comments between them belong to them. */
export function* instructions(text: string): Generator<Span> {
  let open: number | null = null;
  for (const line of linesIn(text)) {
    if (/^[ \t]*#/.test(line.text)) continue;
    if (/\\[ \t]*$/.test(line.text.slice(-200)) && line.next < text.length) {
      open ??= line.start;
      continue;
    }
    yield { start: open ?? line.start, end: line.end };
    open = null;
  }
}

/** `ENV` and `ARG` of a Dockerfile. */
export const dockerfile: SettingsFormat = {
  id: 'dockerfile',
  handles: (path) => /^(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,100})?$|\.dockerfile$/i.test(baseName(path)),
  isExample: () => false,
  read(text) {
    if (text.includes('\0')) return null;
    return [...instructions(text)].flatMap((span): Setting[] => {
      const line = text.slice(span.start, span.end);
      const old = REST.exec(line);
      const [name, value] = [old?.indices?.groups?.['name'], old?.indices?.groups?.['value']];
      if (old && name && value)
        return [
          {
            name: line.slice(name[0], name[1]),
            value: valueOf(line.slice(value[0], value[1]).trimEnd()),
            span,
            nameSpan: { start: span.start + name[0], end: span.start + name[1] },
            valueSpan: { start: span.start + value[0], end: span.start + value[1] },
          },
        ];
      const head = INSTRUCTION.exec(line);
      return head ? pairs(text, span, span.start + head[0].length) : [];
    });
  },
};
