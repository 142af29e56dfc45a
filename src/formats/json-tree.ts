import { createScanner, parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { Span } from '../core/span';
import { isTooDeep } from './depth';
import { valueOf } from './expression';
import type { Setting } from './format';

/** Kinds of tokens by jsonc-parser's numbers: its enum is gone where modules are compiled one by one. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, end: 17 } as const;

/** A JSON text that was read: comments and trailing commas are allowed. */
export interface Json {
  readonly text: string;
  readonly root: Node;
}

/** Null when the text is no JSON object, or nested too deep to be read. */
export function readJson(text: string): Json | null {
  if (isTooDeep(text)) return null;
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return root?.type === 'object' && errors.length === 0 ? { text, root } : null;
}

export const keyOf = (property: Node): string => String(property.children?.[0]?.value ?? '');
export const valueNode = (property: Node | undefined): Node | undefined => property?.children?.[1];
export const properties = (node: Node | undefined): readonly Node[] =>
  node?.type === 'object' ? (node.children ?? []) : [];
export const items = (node: Node | undefined): readonly Node[] => (node?.type === 'array' ? (node.children ?? []) : []);
export const property = (node: Node | undefined, name: string): Node | undefined =>
  properties(node).find((one) => keyOf(one) === name);
/** The value of a property, or undefined where the object has none. */
export const member = (node: Node | undefined, name: string): Node | undefined => valueNode(property(node, name));
/** The text of a string, or null for another value. */
export const stringOf = (node: Node | undefined): string | null =>
  node?.type === 'string' ? String(node.value) : null;

export const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });
/** What is between the quotes of a string. */
export const insideOf = ({ offset, length }: Node): Span => ({ start: offset + 1, end: offset + length - 1 });

const isScalar = ({ type }: Node): boolean => type !== 'object' && type !== 'array';

/** A scalar as the value of a setting; `null` is empty. */
export const scalarOf = (node: Node): Setting['value'] => valueOf(node.type === 'null' ? '' : String(node.value));

/** A setting for a property with a scalar value. */
export const settingAt = (name: string, one: Node, key: Node, value: Node): Setting => ({
  name,
  value: scalarOf(value),
  span: spanOf(one),
  nameSpan: insideOf(key),
  valueSpan: spanOf(value),
});

/**
 * All scalars below a node, named by their path with `:` between, as .NET's configuration names them. Items of arrays are
 * numbered; an item has no name of its own in the text.
 */
export function settingsIn(node: Node, prefix = ''): Setting[] {
  const found: Setting[] = [];
  const open: [Node, string][] = [[node, prefix]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [at, path] = next;
    const below: [Node, string][] = [];
    for (const one of properties(at)) {
      const [key, value] = one.children ?? [];
      if (!key || !value) continue;
      const name = path + keyOf(one);
      if (isScalar(value)) found.push(settingAt(name, one, key, value));
      else below.push([value, `${name}:`]);
    }
    for (const [i, item] of items(at).entries()) {
      const name = `${path}${String(i)}`;
      const start = item.offset;
      if (isScalar(item))
        found.push({
          name,
          value: scalarOf(item),
          span: spanOf(item),
          nameSpan: { start, end: start },
          valueSpan: spanOf(item),
        });
      else below.push([item, `${name}:`]);
    }
    for (const one of below.reverse()) open.push(one);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The comments of a JSON text. */
export function commentsIn(text: string): Span[] {
  const scanner = createScanner(text, false);
  const found: Span[] = [];
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (kind !== TOKEN.lineComment && kind !== TOKEN.blockComment) continue;
    const start = scanner.getTokenOffset();
    found.push({ start, end: start + scanner.getTokenLength() });
  }
  return found;
}

/** Where the comma after a value is, whatever comments are between; null when there is none. */
export function commaAfter(text: string, end: number): number | null {
  const scanner = createScanner(text, true);
  scanner.setPosition(end);
  const kind: number = scanner.scan();
  return kind === TOKEN.comma ? scanner.getTokenOffset() : null;
}
