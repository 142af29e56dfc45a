import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import type { TextEdit } from '../../../src/core/edit';
import { joined } from '../../../src/migrate/draft/join-edits';
import { isRefusal } from '../../../src/migrate/draft/pass';

/** The edit that puts `newText` in the place of the first `old` in the text. */
const put = (text: string, old: string, newText: string): TextEdit => {
  const start = text.indexOf(old);
  return { span: { start, end: start + old.length }, newText };
};

const insert = (text: string, before: string, newText: string): TextEdit => {
  const start = text.indexOf(before);
  return { span: { start, end: start }, newText };
};

/** The text after the edits, or the id of the refusal. */
function after(text: string, ...edits: readonly TextEdit[]): string {
  const all = joined(edits, text);
  return isRefusal(all) ? all.id : applyEdits(text, all);
}

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

test('what two passes ask for is done once', () => {
  const text = 'f(conn, conn)';
  const edit = put(text, 'conn', 'endpoint');
  expect(after(text, edit, { ...edit })).toBe('f(endpoint, conn)');
});

test('two insertions at one place both stay, in the order in which they were asked for', () => {
  const text = 'use();';
  expect(after(text, insert(text, 'use', 'a();'), insert(text, 'use', 'b();'))).toBe('a();b();use();');
});

test('an edit inside a deletion goes with it', () => {
  const text = lines('const a = read("X");', 'use();');
  expect(after(text, put(text, 'X', 'Y'), put(text, 'const a = read("X");\n', ''))).toBe('use();\n');
});

test('an insertion at the edge of a deletion stays', () => {
  const text = lines('old();', 'use();');
  const gone = put(text, 'old();\n', '');
  expect(after(text, gone, insert(text, 'use', 'fresh();\n'))).toBe(lines('fresh();', 'use();'));
  expect(after(text, gone, insert(text, 'old', 'fresh();\n'))).toBe(lines('fresh();', 'use();'));
});

test('an insertion inside a deletion goes with it', () => {
  const text = 'old(); use();';
  expect(after(text, put(text, 'old(); ', ''), insert(text, 'ld();', 'fresh'))).toBe('use();');
});

test('deletions of neighbouring lines become one, whichever comes first', () => {
  const text = lines('keep();', '', 'a();', '', 'b();', '', 'use();');
  const [a, b] = [put(text, 'a();\n', ''), put(text, 'b();\n', '')];
  const left = lines('keep();', '', 'use();');
  expect(after(text, a, b)).toBe(left);
  expect(after(text, b, a)).toBe(left);
});

test('deletions of lines that overlap become one', () => {
  const text = lines('// of both', 'a();', 'b();', 'use();');
  expect(after(text, put(text, '// of both\na();\n', ''), put(text, 'a();\nb();\n', ''))).toBe('use();\n');
});

test('deletions within one line stay apart', () => {
  const text = 'f(a, b, c)';
  expect(after(text, put(text, 'a, ', ''), put(text, ', c', ''))).toBe('f(b)');
});

test.each([
  ['between two empty lines', lines('a();', '', 'gone();', '', 'b();'), lines('a();', '', 'b();')],
  [
    'after an opening brace',
    lines('function f() {', '  gone();', '', '  b();', '}'),
    lines('function f() {', '  b();', '}'),
  ],
  ['at the start of the file', lines('gone();', '', 'b();'), lines('b();')],
  ['between lines of code', lines('a();', 'gone();', '', 'b();'), lines('a();', '', 'b();')],
])('a deletion of lines leaves no gap: %s', (_where, text, left) => {
  expect(after(text, put(text, /.*gone\(\);\n/.exec(text)![0], ''))).toBe(left);
});

test('the empty line stays where something is inserted before it', () => {
  const text = lines('gone();', '', 'b();');
  expect(after(text, put(text, 'gone();\n', ''), insert(text, '\nb', 'a();\n'))).toBe(lines('a();', '', 'b();'));
});

test('line ends of Windows count as line ends', () => {
  const text = lines('a();', '', 'gone();', '', 'b();').replaceAll('\n', '\r\n');
  expect(after(text, put(text, 'gone();\r\n', ''))).toBe(lines('a();', '', 'b();').replaceAll('\n', '\r\n'));
});

test('edits that cannot be joined are a refusal, no exception', () => {
  const text = 'f(conn)';
  expect(after(text, put(text, 'conn', 'a'), put(text, 'conn', 'b'))).toBe('edits-overlap');
  expect(after(text, put(text, 'f(conn', 'a'), put(text, 'conn)', 'b'))).toBe('edits-overlap');
  expect(after(text, put(text, 'f(conn', ''), put(text, 'conn)', ''))).toBe('edits-overlap');
});
