import { baseName } from '../core/document';
import { Redacted } from '../core/redacted';
import type { Setting, SettingsFormat } from './settings-format';

// A name, `=` or `:`, and a value: quoted (over several lines, too) or up to the line's end. As dotenv itself reads it.
const ENTRY =
  /^[ \t]*(?:export[ \t]+)?(?<name>[\w.-]+)[ \t]*=[ \t]*(?<value>"(?:\\[^]|[^"\\])*"|'[^']*'|`[^`]*`|[^\r\n#]*)[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)/dgm;

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

const unquote = (value: string): string => {
  const quote = value[0];
  if (value.length < 2 || (quote !== '"' && quote !== "'" && quote !== '`') || value.at(-1) !== quote)
    return value.trim();
  return quote === '"'
    ? value
        .slice(1, -1)
        .replace(/\\n/g, '\n')
        .replace(/\\(["\\])/g, '$1')
    : value.slice(1, -1);
};

/** A value in the quotes the old one had; a value that needs none gets none. */
const like = (old: string, value: string): string =>
  /^["'`]/.test(old) ? `${old[0] ?? ''}${value}${old[0] ?? ''}` : value;

/** `.env`, `.env.local`, `.env.example`, ...: one assignment a line. */
export const dotenv: SettingsFormat = {
  id: 'dotenv',
  handles: (path) => /^\.env(\..+)?$|\.env$/.test(baseName(path)),
  isExample: (path) => /\.(example|sample|template|dist|defaults?)$|^example\.env$/i.test(baseName(path)),
  read(text) {
    if (text.includes('\0')) return null;
    return [...text.matchAll(ENTRY)].map((hit): Setting => {
      const [nameStart, nameEnd] = hit.indices?.groups?.['name'] ?? [0, 0];
      const [valueStart, valueEnd] = hit.indices?.groups?.['value'] ?? [0, 0];
      const raw = text.slice(valueStart, valueEnd);
      const trimmed = raw.trimEnd().length;
      return {
        name: text.slice(nameStart, nameEnd),
        value: new Redacted(unquote(raw.trim())),
        span: { start: hit.index, end: hit.index + hit[0].length },
        nameSpan: { start: nameStart, end: nameEnd },
        valueSpan: { start: valueStart, end: valueStart + trimmed },
      };
    });
  },
  replace: (text, setting, name, value) => [
    { span: setting.nameSpan, newText: name },
    { span: setting.valueSpan, newText: like(text.slice(setting.valueSpan.start, setting.valueSpan.end), value) },
  ],
  insertAfter(text, setting, name, value) {
    const ended = /[\r\n]$/.test(text.slice(setting.span.start, setting.span.end));
    const eol = eolOf(text);
    return [
      {
        span: { start: setting.span.end, end: setting.span.end },
        newText: ended ? `${name}=${value}${eol}` : `${eol}${name}=${value}`,
      },
    ];
  },
  append(text, name, value) {
    const eol = eolOf(text);
    const ended = text === '' || /[\r\n]$/.test(text);
    return [{ span: { start: text.length, end: text.length }, newText: `${ended ? '' : eol}${name}=${value}${eol}` }];
  },
  remove: (_text, setting) => [{ span: setting.span, newText: '' }],
};
