import { modify } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { TextEdit } from '../core/edit';
import type { Change, Setting } from './format';
import { commaAfter, properties, property, spanOf, valueNode } from './json-tree';
import type { Json } from './json-tree';
import { afterBreak, eolOf, lineEnd, lineStart } from './lines';

/** The objects of a JSON settings file that a change is about. */
interface Target {
  /** The object that new settings go into. It stays when it is empty. */
  readonly node: Node;
  /** Its path from the root. */
  readonly path: readonly string[];
}

/** The edits of one change, or null where it cannot be made. */
export function changeJson(json: Json, target: Target, change: Change): TextEdit[] | null {
  if (change.kind === 'append') return insertion(json, target, null, change.name, change.value);
  const { setting } = change;
  const node = nodeOf(json.root, setting);
  if (change.kind === 'set' || change.kind === 'blank')
    return [{ span: setting.valueSpan, newText: JSON.stringify(change.kind === 'set' ? change.value : '') }];
  // An item of an array: to take it out would renumber the others.
  if (!node) return null;
  if (change.kind === 'remove') return removal(json.text, wholeOf(node, target.node));
  const { name, value } = change;
  if (change.kind === 'insertAfter') return insertion(json, target, memberOf(node, target.node), name, value);
  return replacement(json, target, node, setting, name, value);
}

const entry = (name: string, value: string): string => `${JSON.stringify(name)}: ${JSON.stringify(value)}`;

/** The property that is at a setting's span. */
function nodeOf(root: Node, { span }: Setting): Node | null {
  const open = [...(root.children ?? [])];
  for (let one = open.pop(); one; one = open.pop()) {
    const { start, end } = spanOf(one);
    if (one.type === 'property' && start === span.start && end === span.end) return one;
    if (start <= span.start && span.end <= end) for (const child of one.children ?? []) open.push(child);
  }
  return null;
}

/** A property, or the outermost object around it that would be empty without it. `keep` is never taken. */
function wholeOf(node: Node, keep: Node): Node {
  let whole = node;
  for (let object = node.parent; object && object !== keep; object = whole.parent) {
    const owner = object.parent;
    if (owner?.type !== 'property' || properties(object).length !== 1) break;
    whole = owner;
  }
  return whole;
}

const isBlank = (text: string): boolean => /^\s*$/.test(text);

/** Deletes a property with one comma, and with its lines where nothing else is on them. Comments of others stay. */
function removal(text: string, node: Node): TextEdit[] {
  const siblings = properties(node.parent);
  const at = siblings.indexOf(node);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]].map((one) => one && spanOf(one));
  const { start, end } = spanOf(node);
  const own = commaAfter(text, end);
  // The comma of the property before goes with the last one.
  const comma = own ?? (previous ? commaAfter(text, previous.end) : null);
  // With its comma where that is right after it.
  const joined = own !== null && isBlank(text.slice(end, own)) && lineEnd(text, end) > own;
  const stop = joined ? own + 1 : end;
  const others = comma === null || joined ? [] : [{ span: { start: comma, end: comma + 1 }, newText: '' }];

  const line = lineStart(text, start);
  const rest = lineEnd(text, stop);
  if (
    isBlank(text.slice(line, start)) &&
    /^[ \t]*(?:\/\/.*|\/\*[^*]*\*+(?:[^*/][^*]*\*+)*\/[ \t]*)?$/.test(text.slice(stop, rest))
  )
    return [...others, { span: { start: line, end: afterBreak(text, rest) }, newText: '' }];
  if (joined && next && isBlank(text.slice(stop, next.start)))
    return [{ span: { start, end: next.start }, newText: '' }];
  const from = previous && (own === null ? previous.end : (commaAfter(text, previous.end) ?? start - 1) + 1);
  if (!next && previous && from !== undefined && /^\s*(?:,\s*)?$/.test(text.slice(from, start)))
    return [{ span: { start: from, end: stop }, newText: '' }];
  return [...others, { span: { start, end: stop }, newText: '' }];
}

/** The property of `target` that a node is in, or null where it is elsewhere. */
function memberOf(node: Node, target: Node): Node | null {
  for (let at: Node | undefined = node; at; at = at.parent)
    if (at.type === 'property' && at.parent === target) return at;
  return null;
}

/** A line break with the indentation that a node has, or a space where it shares its line. */
function breakBefore(text: string, { offset }: Node): string {
  const line = lineStart(text, offset);
  const indent = text.slice(line, offset);
  return line > 0 && isBlank(indent) ? eolOf(text) + indent : ' ';
}

/** Puts a property into an object: after a member of it, or at its end. The comma is jsonc-parser's business. */
function insertion(
  { text }: Json,
  { node, path }: Target,
  behind: Node | null,
  name: string,
  value: string,
): TextEdit[] | null {
  const members = properties(node);
  if (property(node, name)) return null;
  const anchor = behind ?? members.at(-1);
  const index = anchor ? members.indexOf(anchor) + 1 : 0;
  const edits = modify(text.replace(/^\uFEFF/, ' '), [...path, name], value, { getInsertionIndex: () => index });
  return edits.map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    // It writes `,"name": value` and leaves the white space to us.
    newText: anchor ? content.replace(/^,/, `,${breakBefore(text, anchor)}`) : ` ${content} `,
  }));
}

/** Puts a property of the target in the place of a setting that may be deeper or elsewhere. */
function replacement(
  json: Json,
  target: Target,
  node: Node,
  setting: Setting,
  name: string,
  value: string,
): TextEdit[] | null {
  const { text } = json;
  if (name !== setting.name && property(target.node, name)) return null;
  if (node.parent === target.node)
    return [
      { span: setting.nameSpan, newText: JSON.stringify(name).slice(1, -1) },
      { span: setting.valueSpan, newText: JSON.stringify(value) },
    ];
  const whole = wholeOf(node, target.node);
  if (whole.parent === target.node) return [{ span: spanOf(whole), newText: entry(name, value) }];
  const member = memberOf(node, target.node);
  const added = member
    ? [
        {
          span: { start: member.offset, end: member.offset },
          newText: `${entry(name, value)},${breakBefore(text, member)}`,
        },
      ]
    : insertion(json, target, null, name, value);
  return added && [...added, ...removal(text, whole)];
}

/** The object at a path of a JSON text, or null. */
export function targetAt(root: Node, path: readonly string[]): Target | null {
  const node = path.reduce<Node | undefined>((at, name) => valueNode(property(at, name)), root);
  return node?.type === 'object' ? { node, path } : null;
}
