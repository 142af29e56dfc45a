import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { TextEdit } from '../core/edit';
import { Redacted } from '../core/redacted';
import type { Setting } from './settings-format';

/** Settings in a JSON file: string properties, named by their path with `:` between, as .NET's configuration names them. */
export interface JsonSettings {
  readonly text: string;
  readonly root: Node;
}

export function readJson(text: string): JsonSettings | null {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  return root?.type === 'object' && errors.length === 0 ? { text, root } : null;
}

const keyOf = (property: Node): string => String(property.children?.[0]?.value ?? '');
const valueOf = (property: Node): Node | undefined => property.children?.[1];
export const properties = (node: Node | undefined): readonly Node[] =>
  node?.type === 'object' ? (node.children ?? []) : [];
export const property = (node: Node | undefined, name: string): Node | undefined =>
  properties(node).find((one) => keyOf(one) === name);

/** The string properties below an object. */
export function settingsIn(object: Node, prefix = ''): Setting[] {
  return properties(object).flatMap((one): Setting[] => {
    const [key, value] = one.children ?? [];
    if (!key || !value) return [];
    const name = prefix + keyOf(one);
    if (value.type === 'object') return settingsIn(value, `${name}:`);
    if (value.type !== 'string') return [];
    return [
      {
        name,
        value: new Redacted(String(value.value)),
        span: { start: one.offset, end: one.offset + one.length },
        nameSpan: { start: key.offset + 1, end: key.offset + key.length - 1 },
        valueSpan: { start: value.offset, end: value.offset + value.length },
      },
    ];
  });
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const entry = (name: string, value: string): string => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** The property that stands at a setting's span. */
function nodeOf(root: Node, { span }: Setting): Node | null {
  const open = [...properties(root)];
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.offset === span.start && one.offset + one.length === span.end) return one;
    open.push(...properties(valueOf(one)));
  }
  return null;
}

/** A property, or the outermost object around it that would be empty without it. `keep` is never taken. */
function wholeOf(node: Node, keep: Node): Node {
  const object = node.parent;
  const owner = object?.parent;
  return owner?.type === 'property' && object !== keep && properties(object).length === 1 ? wholeOf(owner, keep) : node;
}

/** Deletes a property with its comma, and with its lines where nothing else stands on them. */
function removal(text: string, node: Node): TextEdit[] {
  const siblings = properties(node.parent);
  const at = siblings.indexOf(node);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  const end = node.offset + node.length;
  const comma = /^[ \t]*,/.exec(text.slice(end))?.[0].length ?? 0;
  const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end + comma));
  const alone = text.slice(lineStart, node.offset).trim() === '' && rest !== null;
  const whole = alone
    ? { start: lineStart, end: end + comma + rest[0].length }
    : { start: node.offset, end: next?.offset ?? end };
  const edits: TextEdit[] = [{ span: whole, newText: '' }];
  if (next || !previous || comma > 0) return edits;
  // The comma of the property before goes with the last one.
  const before = previous.offset + previous.length;
  if (!alone) return [{ span: { start: before, end }, newText: '' }];
  const last = /^\s*,/.exec(text.slice(before, node.offset));
  return last
    ? [{ span: { start: before + last[0].length - 1, end: before + last[0].length }, newText: '' }, ...edits]
    : edits;
}

export const removeSetting = ({ text, root }: JsonSettings, setting: Setting): TextEdit[] => {
  const node = nodeOf(root, setting);
  return node ? removal(text, wholeOf(node, root)) : [];
};

/** The property of `target` that a node stands in, or null where it stands elsewhere. */
function memberOf(node: Node, target: Node): Node | null {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (at.type === 'property' && at.parent === target) return at;
  return null;
}

/** Puts a property into an object: behind a member of it, or at its end. */
function insertion(text: string, target: Node, member: Node | null, name: string, value: string): TextEdit[] {
  const anchor = member ?? properties(target).at(-1);
  if (!anchor)
    return [{ span: { start: target.offset + 1, end: target.offset + 1 }, newText: ` ${entry(name, value)} ` }];
  const end = anchor.offset + anchor.length;
  const indent = /\n[ \t]*$/.exec(text.slice(0, anchor.offset))?.[0].replace('\n', eolOf(text)) ?? ' ';
  return [{ span: { start: end, end }, newText: `,${indent}${entry(name, value)}` }];
}

export const addSetting = ({ text }: JsonSettings, target: Node, name: string, value: string): TextEdit[] =>
  insertion(text, target, null, name, value);

export function addSettingAfter(
  { text, root }: JsonSettings,
  target: Node,
  setting: Setting,
  name: string,
  value: string,
): TextEdit[] {
  const node = nodeOf(root, setting);
  return insertion(text, target, node && memberOf(node, target), name, value);
}

/** Puts a property of `target` in the place of a setting that may stand deeper or elsewhere. */
export function replaceSetting(
  settings: JsonSettings,
  target: Node,
  setting: Setting,
  name: string,
  value: string,
): TextEdit[] {
  const { text, root } = settings;
  const node = nodeOf(root, setting);
  if (!node) return [];
  if (node.parent === target)
    return [
      { span: setting.nameSpan, newText: JSON.stringify(name).slice(1, -1) },
      { span: setting.valueSpan, newText: JSON.stringify(value) },
    ];
  const whole = wholeOf(node, root);
  if (whole.parent === target)
    return [{ span: { start: whole.offset, end: whole.offset + whole.length }, newText: entry(name, value) }];
  const member = memberOf(node, target);
  const added = member
    ? [
        {
          span: { start: member.offset, end: member.offset },
          newText: `${entry(name, value)},${/\n[ \t]*$/.exec(text.slice(0, member.offset))?.[0].replace('\n', eolOf(text)) ?? ' '}`,
        },
      ]
    : insertion(text, target, null, name, value);
  return [...added, ...removal(text, whole)];
}
