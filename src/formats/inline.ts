import { unquoted } from '../core/trailing';
import type { Span } from '../core/span';
import { isTooDeep } from './depth';
import { expression, valueOf } from './expression';
import type { Setting, SettingValue } from './format';
import {
  items,
  keyOf,
  member,
  properties,
  scalarOf,
  settingAt,
  spanOf,
  stringOf,
  insideOf,
  property,
} from './json-tree';
import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
const shifted = (setting: Setting, by: number): Setting => ({
  ...setting,
  span: moved(setting.span, by),
  nameSpan: moved(setting.nameSpan, by),
  valueSpan: moved(setting.valueSpan, by),
});

/** JSON inside another format: `[{ "name": "X", "value": "..." }]` or `{ "X": "..." }`, as its text is there. */
export function jsonSettings(text: string, span: Span): Setting[] {
  const whole = text.slice(span.start, span.end);
  const from = whole.search(/[[{]/);
  if (from < 0) return [];
  const json = whole.slice(from);
  if (isTooDeep(json)) return [];
  const root = parseTree(json, [], { allowTrailingComma: true });
  const found = root?.type === 'array' ? namedSettings(root) : mapSettings(root);
  return found.map((setting) => shifted(setting, span.start + from));
}

/** `{ "X": "value" }` as settings; also `{ "X": { "value": "..." } }`. */
export const mapSettings = (node: Node | undefined): Setting[] =>
  properties(node).flatMap((one) => {
    const [key, value] = one.children ?? [];
    const given = value?.type === 'object' ? member(value, 'value') : value;
    if (!key || !given || given.type === 'object' || given.type === 'array') return [];
    return [settingAt(String(key.value), one, key, given)];
  });

/** `[{ "name": "X", "value": "..." }]`, also with `connectionString`, `secureValue` or a reference. */
export const namedSettings = (node: Node | undefined): Setting[] =>
  items(node).flatMap((item): Setting[] => {
    const label = member(item, 'name');
    const name = stringOf(label);
    const given = ['value', 'secureValue', 'connectionString', 'secretRef', 'keyVaultUrl']
      .map((key) => property(item, key))
      .find((one) => one !== undefined);
    const value = given?.children?.[1];
    if (!label || name === null || !given || !value || value.type === 'object' || value.type === 'array') return [];
    const isReference = /^(?:secretRef|keyVaultUrl)$/.test(keyOf(given));
    const secret = stringOf(value) ?? '';
    return [
      {
        name,
        value: isReference ? { kind: 'expression', value: scalarOf(value).value, reads: [secret] } : scalarOf(value),
        span: spanOf(item),
        nameSpan: insideOf(label),
        valueSpan: spanOf(value),
      },
    ];
  });

/** `X=1 Y="two words" "Z=three words"`, `-X 1 -Y 'two words'`: as commands and tasks take settings. */
const PAIR = new RegExp(
  [
    String.raw`(?<![\w.:-])(?:(?<key>NAME)=|-(?<flag>NAME)[ \t]{1,99})(?<value>"(?:[^"\\]|\\[^]){0,4000}"|'[^']{0,4000}'|[^\s"'\\][^\s\\]{0,4000})?`,
    String.raw`"(?<key2>NAME)=(?<value2>(?:[^"\\]|\\[^]){0,4000})"`,
    String.raw`'(?<key3>NAME)=(?<value3>[^']{0,4000})'`,
  ]
    .join('|')
    .replaceAll('NAME', String.raw`[A-Za-z_][\w.:-]{0,200}`),
  'dg',
);

/** The value of an argument as a shell takes it: what a command or a variable gives is an expression. */
export function commandValue(written: string): SettingValue {
  const bare = unquoted(written, `"'`) ?? written;
  return /^(?:\$\(|`)/.test(bare) ? expression(bare, []) : valueOf(bare);
}

export function pairSettings(text: string, span: Span): Setting[] {
  const found: Setting[] = [];
  const part = text.slice(span.start, span.end);
  for (const hit of part.matchAll(PAIR)) {
    const groups = hit.indices?.groups ?? {};
    const name = groups['key'] ?? groups['flag'] ?? groups['key2'] ?? groups['key3'];
    if (!name) continue;
    const whole = { start: hit.index, end: hit.index + hit[0].length };
    const [start, end] = groups['value'] ?? groups['value2'] ?? groups['value3'] ?? [whole.end, whole.end];
    const setting = {
      name: part.slice(name[0], name[1]),
      value: commandValue(part.slice(start, end)),
      span: whole,
      nameSpan: { start: name[0], end: name[1] },
      valueSpan: { start, end },
    };
    found.push(shifted(setting, span.start));
  }
  return found;
}
