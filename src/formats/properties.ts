import { withoutTrailing } from '../core/trailing';
import { baseName } from '../core/document';
import type { Span } from '../core/span';
import { hiddenInComment } from './comments';
import { valueOf } from './expression';
import type { Setting, SettingsFormat } from './format';
import { linesIn } from './lines';

/** A name, with its escapes, up to what separates it from the value. */
const NAME = /^[ \t\f\uFEFF]*(?<name>(?:\\.|[^\s\\:=#!])(?:\\.|[^\s\\:=])*)[ \t\f]*[:=]?[ \t\f]*/d;

const SINGLE: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

/** A text without the escapes of Java's properties; lines that a backslash joins are one. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:(\r\n|\r|\n)[ \t\f]*|u([0-9a-fA-F]{4})|([^]))/g, (_, end?: string, code?: string, one?: string) =>
    end !== undefined
      ? ''
      : code !== undefined
        ? String.fromCharCode(parseInt(code, 16))
        : (SINGLE[one ?? ''] ?? one ?? ''),
  );

const endsInBackslash = (line: string): boolean => (line.length - withoutTrailing(line, '\\').length) % 2 === 1;

/** Logical lines: an odd number of backslashes at the end continues one. Comments are not continued. */
function* logicalLines(text: string): Generator<Span & { readonly next: number; readonly comment: boolean }> {
  let open: number | null = null;
  for (const line of linesIn(text)) {
    const comment = open === null && /^[ \t\f]*[#!]/.test(line.text);
    const continued = !comment && endsInBackslash(line.text) && line.next < text.length;
    if (continued) {
      open ??= line.start;
      continue;
    }
    yield { start: open ?? line.start, end: line.end, next: line.next, comment };
    open = null;
  }
}

/** `application.properties` and other `.properties` files of Java. */
export const javaProperties: SettingsFormat = {
  id: 'properties',
  handles: (path) => /\.properties$/i.test(path),
  isExample: (path) => /[.-](?:example|sample|template|dist)\.properties$/i.test(baseName(path)),
  read(text) {
    if (text.includes('\0')) return null;
    return [...logicalLines(text)].flatMap(({ start, end, next, comment }): Setting[] => {
      const line = text.slice(start, end);
      const hit = comment ? null : NAME.exec(line);
      const name = hit?.indices?.groups?.['name'];
      if (!hit || !name) return [];
      const valueStart = start + hit[0].length;
      return [
        {
          name: unescaped(hit.groups?.['name'] ?? ''),
          value: valueOf(unescaped(text.slice(valueStart, end))),
          span: { start, end: next },
          nameSpan: { start: start + name[0], end: start + name[1] },
          valueSpan: { start: valueStart, end },
        },
      ];
    });
  },
  besides: (text) => [...logicalLines(text)].flatMap((line) => (line.comment ? hiddenInComment(text, line) : [])),
};
