import type { Span } from '../core/span';
import type { Setting, SettingsFormat } from './format';
import { isHarmless } from './harmless';
import { linesIn } from './lines';

/**
 * The parts of a settings file that a diff keeps back: every value that is not known to be harmless, and what is
 * beside the settings and may be one. Where the format cannot read the text, everything that looks like a value. In
 * order, without overlaps; quotes stay outside.
 */
export function maskedIn(format: SettingsFormat, text: string): readonly Span[] {
  const settings = format.values ? format.values(text) : format.read(text);
  if (!settings) return maskedInUnread(text);
  const names = settings.flatMap(({ name, nameSpan }) => (isValueLike(name) ? [nameSpan] : []));
  return merged([
    ...settings.flatMap((setting) => maskedOf(text, setting)),
    ...names,
    ...(format.besides?.(text) ?? []),
  ]);
}

/** A value of several lines ends in what reads as a name without a value: base64 does. No person gives such a name. */
const isValueLike = (name: string): boolean =>
  /^[\w+/-]{24,}$/.test(name) && [/[a-z]/, /[A-Z]/, /\d.*\d/].every((sort) => sort.test(name)) && !/_/.test(name);

function maskedOf(text: string, { name, value, valueSpan: { start, end } }: Setting): Span[] {
  if (start === end || isHarmless(name, value.value.reveal())) return [];
  const quote = /^(?:'''|"""|["'`])/.exec(text.slice(start, Math.min(end, start + 3)))?.[0] ?? '';
  const quoted = quote !== '' && end - start >= 2 * quote.length && text.startsWith(quote, end - quote.length);
  const inset = quoted ? quote.length : 0;
  return start + inset < end - inset ? [{ start: start + inset, end: end - inset }] : [];
}

/** A name and what separates it from its value, in whatever format. */
const NAMED =
  /^[ \t\uFEFF]{0,400}(?:export[ \t]{1,99}|[-*]\s{1,99}|\/\/\s{0,99}|#\s{0,99})?(?:"[\w.$:-]{1,100}"|'[\w.$:-]{1,100}'|[\w.$:-]{1,100})[ \t]{0,99}(?:=|:(?=\s|["'\d[{]))[ \t]{0,99}/;

/** The lines of a text that no format reads: what follows a name, and lines without one. */
export function maskedInUnread(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { text: line, start } of linesIn(text)) {
    const named = NAMED.exec(line)?.[0].length ?? 0;
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    // With nothing after it, what looks like a name may be a value of several lines: base64 ends like that.
    const from = /^[=\s"'`,;)\]}]*$/.test(line.slice(named)) ? indent : Math.max(named, indent);
    const value = line.slice(from).trimEnd();
    // Brackets, quotes and commas are structure.
    if (/[^\s{}[\](),;"'`]/.test(value)) spans.push({ start: start + from, end: start + from + value.length });
  }
  return spans;
}

/** Spans in order; those that overlap or touch become one. */
function merged(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans
    .filter((one) => one.start < one.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}
