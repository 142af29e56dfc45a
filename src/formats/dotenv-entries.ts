import { unquoted } from '../core/trailing';
import type { Span } from '../core/span';
import { afterBreak, lineEnd } from './lines';

/** A line of a `.env` file, or the lines of a quoted value. */
export interface DotenvEntry extends Span {
  readonly name: Span;
  /** Quotes included. */
  readonly value: Span;
  /** What dotenv makes of the value. */
  readonly text: string;
  readonly quote: '"' | "'" | '`' | '';
}

/** Everything between two line breaks that is no entry: a comment, text that nobody reads. */
export interface DotenvFile {
  readonly entries: readonly DotenvEntry[];
  /** Lines that dotenv passes over, comments among them. */
  readonly others: readonly Span[];
  /** Comments that follow a value on its line. */
  readonly remarks: readonly Span[];
}

/** The name as dotenv takes it: `export` may be before it; a colon needs a space after it. */
const NAME = /[ \t\f\v\u00A0\uFEFF]{0,200}(?:export[ \t]{1,200})?([\w.-]{1,400})(?:[ \t]{0,200}=|:(?=[ \t\r\n]|$))/dy;
const BLANKS = /[ \t]*/y;
const SPACE = /\s*/y;
const AFTER_VALUE = /[ \t]{0,2000}(?=[\r\n#]|$)/y;

/**
 * Reads a text as the dotenv package does: the first `#` ends a value without quotes; a quoted value may go on over
 * several lines and ends at the first quote that no backslash precedes, if nothing but a comment follows; else the quotes
 * belong to the value.
 */
export function readDotenv(text: string): DotenvFile {
  const entries: DotenvEntry[] = [];
  const others: Span[] = [];
  const remarks: Span[] = [];
  for (let at = 0; at < text.length;) {
    NAME.lastIndex = at;
    const hit = NAME.exec(text);
    if (!hit) {
      const end = lineEnd(text, at);
      others.push({ start: at, end });
      at = afterBreak(text, end);
      continue;
    }
    const [start, stop] = hit.indices?.[1] ?? [at, at];
    BLANKS.lastIndex = at + hit[0].length;
    BLANKS.exec(text);
    const value = valueAt(text, BLANKS.lastIndex);
    const end = lineEnd(text, value.end);
    const remark = text.slice(value.end, end).indexOf('#');
    if (remark >= 0) remarks.push({ start: value.end + remark, end });
    const next = afterBreak(text, end);
    entries.push({
      start: at,
      end: next,
      name: { start, end: stop },
      value: { start: value.start, end: value.end },
      ...value.read,
    });
    at = next;
  }
  return { entries, others, remarks };
}

interface Value extends Span {
  readonly read: Pick<DotenvEntry, 'text' | 'quote'>;
}

function valueAt(text: string, start: number): Value {
  // A quoted value may begin on a later line.
  SPACE.lastIndex = start;
  SPACE.exec(text);
  const below = SPACE.lastIndex > start ? quotedAt(text, SPACE.lastIndex) : null;
  const quoted = quotedAt(text, start) ?? below;
  if (quoted) return quoted;
  let end = start;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r' && text[end] !== '#') end++;
  const written = text.slice(start, end).trimEnd();
  const bare = unquoted(written, `'"\``) ?? written;
  return { start, end: start + written.length, read: { text: bare, quote: '' } };
}

function quotedAt(text: string, start: number): Value | null {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = closing(text, start, quote);
    if (end !== null) {
      const inner = text.slice(start + 1, end).replace(/\r\n?/g, '\n');
      const read = quote === '"' ? inner.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : inner;
      return { start, end: end + 1, read: { text: read, quote } };
    }
  }
  return null;
}

/**
 * The quote that ends a value, or null when there is none. Linear over a whole file: the search ends at the next quote
 * without a backslash, and every opening quote is one.
 */
function closing(text: string, start: number, quote: string): number | null {
  const escaped: number[] = [];
  let at = text.indexOf(quote, start + 1);
  while (at >= 0 && text[at - 1] === '\\') {
    escaped.push(at);
    at = text.indexOf(quote, at + 1);
  }
  for (const end of at < 0 ? escaped.reverse() : [at, ...escaped.reverse()]) {
    AFTER_VALUE.lastIndex = end + 1;
    if (AFTER_VALUE.test(text)) return end;
  }
  return null;
}
