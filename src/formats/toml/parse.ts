import { ParseError, parseTOML } from 'toml-eslint-parser';
import type { AST } from 'toml-eslint-parser';
import type { Span } from '../../core/span';
import { isTooDeep } from '../depth';

/** A scalar of a TOML text with the names that lead to it. */
export interface TomlEntry extends Span {
  readonly path: readonly string[];
  readonly name: Span;
  readonly value: Span;
  readonly text: string;
}
export interface TomlFile {
  readonly entries: readonly TomlEntry[];
  readonly comments: readonly Span[];
}

/**
 * The scalars of a TOML text in order, or null when it cannot be read. The one file here that imports the library: it is
 * loaded with the first file that needs it.
 */
export function parseToml(text: string): TomlFile | null {
  if (isTooDeep(text)) return null;
  try {
    const program = parseTOML(text);
    const entries: TomlEntry[] = [];
    for (const node of program.body[0].body) {
      if (node.type === 'TOMLKeyValue') take(node, [], entries);
      else for (const one of node.body) take(one, node.resolvedKey.map(String), entries);
    }
    entries.sort((a, b) => a.value.start - b.value.start);
    return { entries, comments: program.comments.map(({ range }) => spanOf(range)) };
  } catch (error) {
    if (error instanceof ParseError || error instanceof RangeError) return null;
    throw error;
  }
}

const spanOf = ([start, end]: AST.Range): Span => ({ start, end });

function take(node: AST.TOMLKeyValue, around: readonly string[], entries: TomlEntry[]): void {
  const keys = node.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
  const last = node.key.keys.at(-1);
  if (!last) return;
  const inset = last.type === 'TOMLQuoted' ? 1 : 0;
  const name = { start: last.range[0] + inset, end: last.range[1] - inset };
  const place = { name, ...spanOf(node.range) };
  const open: [AST.TOMLContentNode, readonly string[]][] = [[node.value, [...around, ...keys]]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next;
    if (value.type === 'TOMLInlineTable') for (const one of [...value.body].reverse()) take(one, path, entries);
    else if (value.type === 'TOMLArray')
      for (const [i, element] of [...value.elements.entries()].reverse()) open.push([element, [...path, String(i)]]);
    else entries.push({ ...place, path, value: spanOf(value.range), text: textOf(value) });
  }
}

const textOf = (value: AST.TOMLValue): string =>
  value.kind === 'string'
    ? value.value
    : value.kind === 'integer' || value.kind === 'float'
      ? value.number
      : value.kind === 'boolean'
        ? String(value.value)
        : value.datetime;
