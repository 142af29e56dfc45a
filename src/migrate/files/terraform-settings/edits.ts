import type { TextEdit } from '../../../core/edit';
import type { Token } from '../../../formats/block-tokens';
import type { Assignment } from '../../../formats/blocks';
import { eolOf, lineEnd, lineStart } from '../../../formats/lines';
import { beforeOnLine } from '../file-fix';
import type { Block, Module } from './module';

/** An argument in place of another. */
export interface NewArgument {
  readonly name: string;
  readonly value: string;
}

const EQUALS = /^([ \t]*)("[^"\r\n]*"|[\w-]+)([ \t]+)=[ \t]/;

/** The lines around an argument that `terraform fmt` aligns with it: each an argument on one line. */
function group(text: string, at: number): readonly number[] {
  const is = (start: number): boolean => {
    const line = text.slice(start, lineEnd(text, start));
    return EQUALS.test(line) && !/[{[(]\s*$/.test(line);
  };
  const starts = [lineStart(text, at)];
  for (let one = starts[0] ?? 0; one > 0;) {
    one = lineStart(text, one - (text.startsWith('\r\n', one - 2) ? 2 : 1));
    if (!is(one)) break;
    starts.unshift(one);
  }
  for (let end = lineEnd(text, at); end < text.length;) {
    const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (next >= text.length || !is(next)) break;
    starts.push(next);
    end = lineEnd(text, next);
  }
  return starts;
}

/** The column of the equals sign in a line, counted from its name; the name's own length. */
function columnsOf(
  text: string,
  start: number,
): { readonly at: number; readonly name: number; readonly equals: number } | null {
  const [, indent = '', name = '', gap = ''] = EQUALS.exec(text.slice(start, lineEnd(text, start))) ?? [];
  return name === ''
    ? null
    : { at: start + indent.length + name.length, name: name.length, equals: name.length + gap.length };
}

/**
 * Arguments in place of one, on lines of their own, and the signs of equality around them in one column, as `terraform fmt` writes
 * them; null where the line is not its own.
 */
export function argumentEdits(
  { text, tokens }: Module,
  own: Assignment,
  instead: readonly NewArgument[],
): TextEdit[] | null {
  const end = tokens[own.to - 1]?.end ?? own.name.end;
  const indent = beforeOnLine(text, own.name.start);
  if (!/^[ \t]*$/.test(indent) || /[\r\n]/.test(text.slice(own.name.start, end))) return null;
  const line = lineStart(text, own.name.start);
  const columns = group(text, own.name.start).flatMap((start) => columnsOf(text, start) ?? []);
  const mine = columnsOf(text, line);
  if (!mine) return null;
  const others = columns.filter(({ at }) => at !== mine.at);
  const isAligned = others.every(({ equals }) => equals === mine.equals);
  const needed = Math.max(...others.map(({ name }) => name), ...instead.map(({ name }) => name.length)) + 1;
  const column = isAligned ? needed : Math.max(mine.equals, ...instead.map(({ name }) => name.length + 1));
  const realigned = isAligned && column !== mine.equals ? others : [];
  return [
    {
      span: { start: own.name.start, end },
      newText: instead.map(({ name, value }) => `${name.padEnd(column)}= ${value}`).join(eolOf(text) + indent),
    },
    ...realigned.map(({ at, name, equals }) => ({
      span: { start: at, end: at + equals - name },
      newText: ' '.repeat(column - name),
    })),
  ];
}

/** A block at the end of another. */
export function blockEdit({ text, tokens }: Module, { closing }: Block, lines: readonly string[]): TextEdit | null {
  const brace: Token | undefined = tokens[closing];
  if (!brace || !/^[ \t]*$/.test(beforeOnLine(text, brace.start))) return null;
  const eol = eolOf(text);
  const start = lineStart(text, brace.start);
  return { span: { start, end: start }, newText: eol + lines.map((line) => `  ${line}${eol}`).join('') };
}

/** Blocks at the end of a file, each after an empty line. */
export function appended(text: string, blocks: readonly string[]): TextEdit[] {
  if (blocks.length === 0) return [];
  const eol = eolOf(text);
  const ends = /[\r\n]$/.test(text);
  const written = blocks.map((one) => eol + one.replaceAll('\n', eol)).join(eol);
  return [{ span: { start: text.length, end: text.length }, newText: ends ? written + eol : eol + written }];
}
