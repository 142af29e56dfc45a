import { lineEnd } from '../../formats/lines';
import type { Literal } from '../contract/dialect';
import { closing, quoted } from '../base/literals';

type Found = Pick<Literal, 'kind' | 'inner' | 'outer'>;

/** Lines of the preprocessor with words of people. */
const REMARK = /^#[ \t]{0,99}(?:region|endregion|error|warning)\b/;

/** Strings of C# with their marks, raw, verbatim and interpolated, and lines of the preprocessor; null where none begins. */
export function literalAt(text: string, at: number): Found | null {
  const unit = text.charAt(at);
  if (unit === '#') return remarkAt(text, at);
  if (!'"@$'.includes(unit)) return null;
  const [, marks = '', quotes = ''] = /^([$@]{0,10})("{1,10})/.exec(text.slice(at, at + 20)) ?? [];
  if (quotes === '') return null;
  const from = at + marks.length;
  const string = (inset: number, end: number, close: number): Found => ({
    kind: 'string',
    outer: { start: at, end },
    inner: { start: from + inset, end: Math.max(end - close, from + inset) },
  });
  const isVerbatim = marks.includes('@');
  // Quotes of a verbatim string are doubled: three of them begin one with a quote.
  if (quotes.length >= 3 && !isVerbatim)
    return string(quotes.length, closing(text, quotes, from + quotes.length), quotes.length);
  const holed = marks.includes('$') ? interpolated(text, from, isVerbatim) : null;
  if (holed !== null) return string(1, holed, 1);
  if (!isVerbatim) {
    const end = quoted(text, from);
    return string(1, end, text[end - 1] === '"' && end - 1 > from ? 1 : 0);
  }
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return string(1, Math.min(end + 1, text.length), end < text.length ? 1 : 0);
}

function remarkAt(text: string, at: number): Found | null {
  if (!/(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at - 99), at))) return null;
  const [mark] = REMARK.exec(text.slice(at, at + 120)) ?? [];
  if (mark === undefined) return null;
  const end = lineEnd(text, at);
  return { kind: 'comment', outer: { start: at, end }, inner: { start: at + mark.length, end } };
}

/** So far an interpolated string is followed, in UTF-16 units, and so deep: in a hole there may be others. */
const REACH = 2000;
const DEPTH = 4;

/** The offset after the quote that ends an interpolated string, whose holes may hold strings; null where its holes are not closed. */
function interpolated(text: string, from: number, isVerbatim: boolean, depth = 0): number | null {
  const last = Math.min(text.length, from + REACH);
  let holes = 0;
  for (let at = from + 1; at < last; at++) {
    const unit = text[at];
    if (holes === 0) {
      if (unit === '"' && isVerbatim && text[at + 1] === '"') at++;
      else if (unit === '"') return at + 1;
      else if (unit === '\\' && !isVerbatim) at++;
      else if ((unit === '\n' || unit === '\r') && !isVerbatim) return null;
      else if (unit === '{' && text[at + 1] === '{') at++;
      else if (unit === '{') holes = 1;
    } else if (unit === '{') holes++;
    else if (unit === '}') holes--;
    else if (unit === '"' || unit === "'") {
      const end = inHole(text, at, depth);
      if (end === null) return null;
      at = end - 1;
    }
  }
  return null;
}

/** The offset after a string or a character in a hole. */
function inHole(text: string, at: number, depth: number): number | null {
  const marks = /[$@]{0,4}$/.exec(text.slice(Math.max(0, at - 4), at))?.[0] ?? '';
  if (marks.includes('$') && text[at] === '"')
    return depth < DEPTH ? interpolated(text, at, marks.includes('@'), depth + 1) : null;
  const end = quoted(text, at);
  return text[end - 1] === text[at] && end - 1 > at ? end : null;
}
