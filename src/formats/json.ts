import { findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { TextEdit } from '../core/edit';

/** Indentation and line ends of a JSON text, guessed from its first indented line. */
function formatting(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The names of an object's properties, or null when the text is not JSON or there is no such object. */
export function jsonKeys(text: string, path: readonly string[]): readonly string[] | null {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (!root || errors.length > 0) return null;
  const node = path.length === 0 ? root : findNodeAtLocation(root, [...path]);
  if (node?.type !== 'object') return null;
  return (node.children ?? []).map((property) => String(property.children?.[0]?.value ?? ''));
}

/** The string at a path, or null when there is none. */
export function jsonString(text: string, path: readonly string[]): string | null {
  const root = parseTree(text, [], { allowTrailingComma: true });
  const value: unknown = root && findNodeAtLocation(root, [...path])?.value;
  return typeof value === 'string' ? value : null;
}

/** True when the text is a JSON object that can be edited. */
export const isJsonObject = (text: string): boolean => jsonKeys(text, []) !== null;

/** A line that no person lays out: jsonc-parser's formatter takes time that grows with the square of what is in it. */
const LONG = /[^\r\n]{2000}/;

/** Sets one property, keeping comments and order; a new one goes where the alphabet puts it when its neighbours are sorted. */
export function setJson(text: string, path: readonly string[], value: string): readonly TextEdit[] {
  const name = path.at(-1) ?? '';
  const keys = jsonKeys(text, path.slice(0, -1)) ?? [];
  const sorted = keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') <= key);
  const at = keys.findIndex((key) => key > name);
  const place = sorted && at >= 0 ? at : keys.length;
  // What is in one line stays so.
  const isSpaced = !text.trim().includes('\n') && /"\s*: /.test(text);
  const form = text.trim().includes('\n') && !LONG.test(text) ? { formattingOptions: formatting(text) } : {};
  return modify(text, [...path], value, { ...form, getInsertionIndex: () => place }).map(
    ({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: isSpaced ? content.replace(/^,(?=")/, ', ').replace(/":(?=["{])/g, '": ') : content,
    }),
  );
}
