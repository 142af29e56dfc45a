import type { Span } from '../../core/span';
import { cLike } from '../base/c-like';
import { closing, literalsOf, quoted } from '../base/literals';
import type { Dialect } from '../contract/dialect';

/** `conn.Split(';')` */
const TAKES_APART = /^\s{0,99}[?!]?\.\s{0,99}(?:Split|IndexOf|Substring)\b/;
/** `parseConnectionString(conn)`, `Regex.Match(conn, ...)` */
const TAKEN_APART = /(?:\bparse\w{0,100}|Regex\.Match(?:es)?)\(\s{0,99}$/i;

export const dialect: Dialect = {
  ...cLike,
  isCode: (path) => /\.csx?$/i.test(path),
  isNothing: (name) => /^[Ss]tring\.Empty$/.test(name),
  isMissing: (code) => `string.IsNullOrEmpty(${code})`,
  beforeName:
    /(?:\b(?:GetEnvironmentVariable|GetConnectionString|GetSection|GetValue<\w{1,40}>)\s{0,9}\(|[Cc]onfig(?:uration)?\s{0,9}\[)\s{0,9}"$/,
  takesApart: (text, { start, end }) =>
    TAKES_APART.test(text.slice(end, end + 40)) || TAKEN_APART.test(text.slice(Math.max(0, start - 60), start)),
  setsMembers: (behind) => behind.includes('{'),
  literalsIn: (text) => literalsOf(text, { stringAt, hasTemplates: false }),
};

/** Strings of C# with their marks: raw, verbatim, interpolated; null where none begins. */
function stringAt(text: string, at: number): { readonly outer: Span; readonly inner: Span } | null {
  if (!'"@$'.includes(text.charAt(at))) return null;
  const [, marks = '', quotes = ''] = /^([$@]{0,10})("{1,10})/.exec(text.slice(at, at + 20)) ?? [];
  if (quotes === '') return null;
  const from = at + marks.length;
  if (quotes.length >= 3) {
    const end = closing(text, quotes, from + quotes.length);
    return {
      outer: { start: at, end },
      inner: { start: from + quotes.length, end: Math.max(end - quotes.length, from + quotes.length) },
    };
  }
  if (!marks.includes('@')) {
    const end = quoted(text, from);
    const closed = text[end - 1] === '"' && end - 1 > from;
    return { outer: { start: at, end }, inner: { start: from + 1, end: closed ? end - 1 : end } };
  }
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return { outer: { start: at, end: Math.min(end + 1, text.length) }, inner: { start: from + 1, end } };
}
