import type { SettingRead, SettingUse } from '../contract/setting';
import { roleOf } from './roles';
import { sectionPath } from './section';
import { settingRead } from './settings';
import { insideQuotes, stringValue } from './strings';
import type { Node } from './syntax';
import { parts, spanOf } from './syntax';

/** Where a setting may be read: the calls by their names, and everything in brackets that may be a name. */
const READERS =
  /\b(?:GetEnvironmentVariable|GetConnectionString|GetValue|GetSection|GetRequiredSection|AppSettings|ConnectionStrings)\b|\[\s{0,99}(?=[@"\w])|\bConnection\w{0,99}\s{0,99}=\s{0,99}"/g;

const READING =
  /^(?:invocation_expression|element_access_expression|conditional_access_expression|member_access_expression)$/;

/** An expression that reads a setting. */
export interface Reading {
  readonly node: Node;
  readonly read: SettingRead;
}

interface Readings {
  readonly reads: readonly Reading[];
  /** Sections that are handed on as `A:`, and connections of bindings. */
  readonly others: readonly string[];
}

/**
 * What a file reads of settings; sections that are handed on (`Configure<Options>(configuration.GetSection("A"))`); connections of
 * bindings of Azure Functions (`[BlobTrigger("x", Connection = "Storage")]`).
 * @param readOfClass what a call of another class's method reads
 */
function readingsOf(root: Node, text: string, readOfClass: (call: Node) => SettingRead | null): Readings {
  const reads: Reading[] = [];
  const others: string[] = [];
  for (const { index } of text.matchAll(READERS)) {
    let at = root.namedDescendantForIndex(index, index);
    if (at?.type === 'comment') continue;
    const binding = at?.parent?.parent?.type === 'attribute_argument' ? at.parent.parent : null;
    const connection = /^Connection\w*\s*=\s*"([^"]+)"$/.exec(binding?.text ?? '')?.[1];
    if (connection !== undefined) others.push(connection, `ConnectionStrings:${connection}`);
    let section: string | null = null;
    let found: Reading | null = null;
    // A read hangs on the name by a few links: `configuration.GetSection("A")["B"]`.
    for (let links = 0; at && links < 6 && !found; links++, at = at.parent) {
      if (!READING.test(at.type)) continue;
      section ??= sectionPath(at);
      const read = settingRead(at);
      found = read && { node: at, read };
    }
    if (found) reads.push(found);
    else if (section) others.push(`${section}:`);
  }
  reads.push(...readsThroughHelpers(root, text));
  for (const { index, 0: start } of text.matchAll(CLASS_CALL)) {
    const call = root.namedDescendantForIndex(index, index + start.lastIndexOf('(') - 1)?.parent;
    const read = call && readOfClass(call);
    if (read) reads.push({ node: call, read });
  }
  return { reads, others };
}

/** Names of all settings a file reads. */
export function settingsIn(
  root: Node,
  text: string,
  readOfClass: (call: Node) => SettingRead | null = () => null,
): ReadonlySet<string> {
  const { reads, others } = readingsOf(root, text, readOfClass);
  return new Set([...reads.map(({ read }) => read.name), ...others]);
}

/** Every place that reads a setting, and what it does with it; names in lists of names, which somebody goes through. By name. */
export function usesOfSettings(
  root: Node,
  text: string,
  readOfClass: (call: Node) => SettingRead | null,
): ReadonlyMap<string, readonly SettingUse[]> {
  const uses = new Map<string, SettingUse[]>();
  const add = (name: string, use: SettingUse): void => {
    const same = uses.get(name) ?? [];
    if (!same.some(({ place }) => place.start === use.place.start && place.end === use.place.end)) same.push(use);
    uses.set(name, same);
  };
  for (const { node, read } of readingsOf(root, text, readOfClass).reads) {
    const role = roleOf(node);
    const asks = role.kind !== 'read' || onlyAsks(node);
    add(read.name, { place: spanOf(node), read, nameSpan: read.nameSpan, role, asks });
  }
  for (const literal of listedNames(root)) {
    const nameSpan = insideQuotes(literal);
    const name = stringValue(literal);
    if (name !== null) add(name, { place: spanOf(literal), read: null, nameSpan, role: { kind: 'asked' }, asks: true });
  }
  return uses;
}

/** True for a read whose value only says whether something is there: `!string.IsNullOrEmpty(configuration["A"])`. */
function onlyAsks(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'is_pattern_expression') return true;
    if (at.type === 'binary_expression')
      return /(?:[!=]=\s{0,99}(?:null|""|string\.Empty)|^(?:null|""|string\.Empty)\s{0,99}[!=]=)/i.test(at.text);
    if (at.type === 'invocation_expression')
      return /\bIsNullOr(?:Empty|WhiteSpace)\s{0,99}\($/.test(at.text.slice(0, at.text.indexOf('(') + 1));
    if (!/^(?:argument|argument_list|parenthesized_expression|postfix_unary_expression)$/.test(at.type)) return false;
  }
  return false;
}

/** Texts in lists of nothing but names: `new[] { "A", "B:C" }`. */
const listedNames = (root: Node): readonly Node[] =>
  root
    .descendantsOfType(['initializer_expression', 'collection_expression'])
    .map((list) => parts(list).map((one) => (one.type === 'collection_element' ? (parts(one)[0] ?? one) : one)))
    .filter((items) => items.length > 0 && items.every((one) => NAME.test(stringValue(one) ?? '')))
    .flat();

const NAME = /^[A-Z][\w:]*$/i;

/** `Env.Required("X")` */
const CLASS_CALL = /\b[A-Z]\w{0,100}\.\w{1,100}\(\s{0,99}[@$]?"/g;

/** Functions that return text, and calls with a literal as their first argument. */
const STRING_FUNCTION = /\bstring\??\s{1,99}(\w{1,100})\s{0,99}\(/g;
const NAMING_CALL = /\b(\w{1,100})\s{0,99}\(\s{0,99}(?:\w{1,100}\s{0,99}:\s{0,99})?[@$]?"/g;

/** Settings that are read through functions of the file. */
function readsThroughHelpers(root: Node, text: string): readonly Reading[] {
  const functions = new Set([...text.matchAll(STRING_FUNCTION)].map(([, name]) => name));
  if (functions.size === 0) return [];
  return [...text.matchAll(NAMING_CALL)].flatMap(({ 1: name = '', index }) => {
    if (!functions.has(name)) return [];
    const call = root.namedDescendantForIndex(index, index)?.parent;
    const read = call?.type === 'invocation_expression' ? settingRead(call) : null;
    return call && read ? [{ node: call, read }] : [];
  });
}
