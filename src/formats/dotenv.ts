import { baseName } from '../core/document';
import type { TextEdit } from '../core/edit';
import type { Span } from '../core/span';
import { hiddenInComment } from './comments';
import { readDotenv } from './dotenv-entries';
import type { DotenvEntry } from './dotenv-entries';
import { valueOf } from './expression';
import type { Change, Setting, SettingsFormat } from './format';
import { eolOf, lineEnd } from './lines';

const settingOf = (text: string, { name, value, start, end, text: read }: DotenvEntry): Setting => ({
  name: text.slice(name.start, name.end),
  value: valueOf(read),
  span: { start, end },
  nameSpan: name,
  valueSpan: value,
});

/** The value as it is written, in the quotes that the old one had where it can be; null where no quotes can hold it. */
function written(value: string, old: string): string | null {
  const quotes = [/^["'`]/.exec(old)?.[0] ?? '', '', '"', "'", '`'];
  const forms = quotes.map((quote) =>
    quote === '"' ? `"${value.replace(/\n/g, '\\n').replace(/\r/g, '\\r')}"` : quote + value + quote,
  );
  return forms.find((form) => readsAs(form, value)) ?? null;
}

function readsAs(form: string, value: string): boolean {
  const { entries, remarks } = readDotenv(`A=${form}\nB=`);
  return entries.length === 2 && remarks.length === 0 && entries[0]?.text === value;
}

const insertion = (at: number, newText: string): TextEdit[] => [{ span: { start: at, end: at }, newText }];

/** The mark at the start of a file belongs to the file, not to its first line. */
const withoutMark = (text: string, { start, end }: Span): Span => ({
  start: start === 0 && text.startsWith('\uFEFF') ? 1 : start,
  end,
});

function change(text: string, one: Change): TextEdit[] | null {
  if (one.kind === 'remove') return [{ span: withoutMark(text, one.setting.span), newText: '' }];
  const { setting } = one.kind === 'append' ? { setting: null } : one;
  const old = setting && one.kind !== 'insertAfter' ? text.slice(setting.valueSpan.start, setting.valueSpan.end) : '';
  const value = written(one.kind === 'blank' ? '' : one.value, one.kind === 'blank' ? '' : old);
  if (value === null) return null;
  if (one.kind === 'set' || one.kind === 'blank') return [{ span: one.setting.valueSpan, newText: value }];
  if (one.kind === 'replace')
    return [
      { span: one.setting.nameSpan, newText: one.name },
      { span: one.setting.valueSpan, newText: value },
    ];
  const eol = eolOf(text);
  const line = `${one.name}=${value}`;
  if (one.kind === 'append') {
    const ended = text === '' || /[\r\n]$/.test(text);
    return insertion(text.length, `${ended ? '' : eol}${line}${eol}`);
  }
  const { end } = one.setting.span;
  return insertion(end, /[\r\n]/.test(text.charAt(end - 1)) ? line + eol : eol + line);
}

/** A `#` right after a value ends it for dotenv; whoever wrote it may have meant it as a part of the value. */
function withMark(text: string, entry: DotenvEntry): DotenvEntry {
  const { value, quote } = entry;
  if (quote !== '' || value.start === value.end || text[value.end] !== '#') return entry;
  const end = lineEnd(text, value.end);
  return { ...entry, value: { start: value.start, end }, text: text.slice(value.start, end) };
}

/** Comments after values, and whatever dotenv passes over: of other lines it cannot be told what they are. */
function besides(text: string): Span[] {
  const { others, remarks } = readDotenv(text);
  return [
    ...remarks.map(({ start, end }) => ({ start: start + 1, end })),
    ...others.flatMap((line) =>
      /^\s*#/.test(text.slice(line.start, line.end)) ? hiddenInComment(text, line) : [line],
    ),
  ];
}

/** `.env`, `.env.local`, `.env.example`, ...: one assignment a line, read as the dotenv package reads it. */
export const dotenv: SettingsFormat = {
  id: 'dotenv',
  handles: (path) => /^\.env(\..+)?$|\.env$/.test(baseName(path)),
  isExample: (path) => /\.(example|sample|template|dist|defaults?)$|^example\.env$/i.test(baseName(path)),
  read: (text) => (text.includes('\0') ? null : readDotenv(text).entries.map((entry) => settingOf(text, entry))),
  change,
  values: (text) =>
    text.includes('\0') ? null : readDotenv(text).entries.map((entry) => settingOf(text, withMark(text, entry))),
  besides,
};
