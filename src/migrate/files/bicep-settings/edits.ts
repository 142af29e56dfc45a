import type { TextEdit } from '../../../core/edit';
import { withoutTrailing } from '../../../core/trailing';
import type { Setting } from '../../../formats/format';
import { eolOf, lineEnd, lineStart, afterBreak } from '../../../formats/lines';
import type { Span } from '../../../core/span';
import { beforeOnLine } from '../file-fix';
import type { Resource, Template } from './template';

/** A setting in place of another: its name, and its value as an expression of Bicep. */
export interface NewSetting {
  readonly name: string;
  readonly value: string;
}

const indentOf = (text: string, at: number): string => /^[ \t]*/.exec(beforeOnLine(text, at))?.[0] ?? '';

/** The first takes the place of the setting, the others follow it in the same form; null where there is no line for them. */
export function settingEdits(
  text: string,
  setting: Setting,
  [first, ...more]: readonly NewSetting[],
): TextEdit[] | null {
  if (!first) return null;
  const { span, nameSpan, valueSpan } = setting;
  const ownLine =
    /^[ \t]*$/.test(beforeOnLine(text, span.start)) && /^[ \t]*$/.test(text.slice(span.end, lineEnd(text, span.end)));
  if (more.length > 0 && !ownLine) return null;
  const written = ({ name, value }: NewSetting): string =>
    text.slice(span.start, nameSpan.start) +
    name +
    text.slice(nameSpan.end, valueSpan.start) +
    value +
    text.slice(valueSpan.end, span.end);
  const before = eolOf(text) + indentOf(text, span.start);
  // Of a setting that is written in another order, the value comes first.
  if (valueSpan.start < nameSpan.end) return null;
  return [
    { span: nameSpan, newText: first.name },
    { span: valueSpan, newText: first.value },
    ...(more.length > 0
      ? [{ span: { start: span.end, end: span.end }, newText: more.map((one) => before + written(one)).join('') }]
      : []),
  ];
}

/** Takes a variable out, with its lines; null where something else is on them. */
export function removalOf(text: string, { start, end }: Span): TextEdit | null {
  const [from, to] = [lineStart(text, start), lineEnd(text, end)];
  if (!/^[ \t]*$/.test(text.slice(from, start)) || !/^[ \t]*$/.test(text.slice(end, to))) return null;
  const next = afterBreak(text, to);
  // Two empty lines that would meet become one.
  const blank = lineEnd(text, next) === next && lineEnd(text, Math.max(0, from - 1)) === Math.max(0, from - 1);
  const isBetween = from > 1 && blank && lineStart(text, from - 1) === from - 1;
  return { span: { start: from, end: isBetween ? afterBreak(text, next) : next }, newText: '' };
}

/** Gives an app an identity before its properties; null where the line is not its own. */
export function identityEdit({ text }: Template, { body }: Resource): TextEdit | null {
  const properties = body.find(({ name }) => name.text === 'properties');
  if (!properties) return null;
  const { start } = properties.name;
  const indent = beforeOnLine(text, start);
  if (!/^[ \t]*$/.test(indent)) return null;
  const eol = eolOf(text);
  const deeper = indent.includes('\t') ? `${indent}\t` : indent + (indent === '    ' ? '    ' : '  ');
  return {
    span: { start, end: start },
    newText: `identity: {${eol}${deeper}type: 'SystemAssigned'${eol}${indent}}${eol}${indent}`,
  };
}

/** Declarations at the end of a file, each after an empty line. */
export function appended(text: string, declarations: readonly string[], indent: string): TextEdit[] {
  if (declarations.length === 0) return [];
  const eol = eolOf(text);
  const end = /[\r\n]$/.test(text) ? '' : eol;
  const written = declarations.map((one) => eol + one.replace(/ {2}/g, indent).replaceAll('\n', eol) + eol).join('');
  const at = { start: text.length, end: text.length };
  return [{ span: at, newText: end + (end === '' ? written : withoutTrailing(written, '\r\n')) }];
}

/** What one level of a template is indented by. */
export const indentIn = (text: string): string => /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0] ?? '  ';
