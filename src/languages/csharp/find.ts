import { remembered } from '../../core/remember';
import type { Mention } from '../contract/file';
import type { CodeNode } from '../contract/node';
import type { Node } from './syntax';
import { ancestors, field, isLambda, isMember, isType, modifiersOf, parts, spanOf } from './syntax';

const IDENTIFIER = /[A-Za-z_]\w*/g;

/** Comments and strings, and between them the identifiers. */
const CODE_WORD =
  /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|"""[^]*?(?:"""|$)|\$?@\$?"(?:[^"]|"")*"?|"(?:\\[^]|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])+'?|(?<word>[A-Za-z_]\w*)/g;

/** Every identifier outside comments and strings. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(CODE_WORD)].flatMap(({ groups }) => groups?.['word'] ?? []));

/** The identifiers of this name. A tree is asked at the places of the word alone: that is what costs. */
export function identifiers(root: Node, text: string, name: string): Node[] {
  const found: Node[] = [];
  // A call or type without a name: code that is being typed.
  if (name === '') return found;
  for (const at of placesOf(name, root, text)) {
    const node = root.descendantForIndex(at, at + name.length - 1);
    if (node?.type === 'identifier' && node.startIndex === at && node.endIndex === at + name.length) found.push(node);
  }
  return found;
}

/** True where a text of the code is nothing but a name. */
export const isQuoted = (name: string, root: Node, text: string): boolean =>
  WORD.test(name)
    ? placesOf(name, root, text).some((at) => text[at - 1] === '"' && text[at + name.length] === '"')
    : text.includes(`"${name}"`);

const WORD = /^\w+$/;

function placesOf(name: string, root: Node, text: string): readonly number[] {
  if (WORD.test(name)) return wordPlaces(root, text).get(name) ?? [];
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) places.push(at);
  return places;
}

/** Where each word of a file is, found once: many names are asked for. */
function wordPlaces(root: Node, text: string): ReadonlyMap<string, readonly number[]> {
  const known = placesByText(root.tree);
  const before = known.get(text);
  if (before) return before;
  const places = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/\w+/g)) {
    const same = places.get(word);
    if (same) same.push(index);
    else places.set(word, [index]);
  }
  known.set(text, places);
  return places;
}

const placesByText = remembered<Node['tree'], [], Map<string, ReadonlyMap<string, readonly number[]>>>(() => new Map());

export const mentionsOf = (root: Node, text: string, name: string): Mention[] =>
  identifiers(root, text, name).map((node) => ({ ...spanOf(node), as: standingOf(node) }));

const TESTS =
  /^(?:constant_pattern|declaration_pattern|type_pattern|recursive_pattern|is_expression|is_pattern_expression|as_expression|typeof_expression|catch_declaration|negated_pattern|or_pattern|and_pattern|switch_expression_arm)$/;

const COLLECTION =
  /^(?:I?(?:List|Collection|Enumerable|ReadOnlyList|ReadOnlyCollection|Dictionary|Set)|HashSet|Queue)\b/;

/** What a name of a type does at its place. */
function standingOf(node: Node): Mention['as'] {
  let at = node;
  for (let { parent } = at; parent; { parent } = at) {
    if (TESTS.test(parent.type))
      return parent.type === 'switch_expression_arm' && parts(parent)[0]?.id !== at.id ? 'plain' : 'test';
    if (parent.type === 'type_argument_list' && COLLECTION.test(parent.parent?.text ?? '')) return 'shared';
    if (parent.type === 'array_type' || parent.type === 'base_list' || parent.type === 'type_parameter_constraint')
      return 'shared';
    if (parent.type === 'parameter' && field(parent, 'type')?.id === at.id)
      return isPrivate(parent) ? 'given' : 'shared';
    if (/_declaration$/.test(parent.type) && parent.type !== 'variable_declaration') {
      const isHead = field(parent, 'type')?.id === at.id || field(parent, 'returns')?.id === at.id;
      const isField = parent.type === 'field_declaration';
      return (isHead || isField) && isMember(parent) && !isOwn(parent) ? 'shared' : 'plain';
    }
    // The value of a variable is code like any other.
    if (
      /^(?:argument_list|equals_value_clause|initializer_expression)$|_statement$/.test(parent.type) ||
      isValue(parent, at)
    )
      return 'plain';
    at = parent;
  }
  return 'plain';
}

const isValue = (parent: Node, node: Node): boolean =>
  parent.type === 'variable_declarator' ||
  (parent.type === 'object_creation_expression' && field(parent, 'type')?.id === node.id);

/** A member that only its own type sees. */
const isOwn = (member: Node): boolean =>
  !modifiersOf(member).some((one) => one === 'public' || one === 'internal' || one === 'protected');

const isPrivate = (parameter: Node): boolean => {
  const around = [...ancestors(parameter)].find(
    (one) => isMember(one) || isLambda(one) || isType(one) || one.type === 'local_function_statement',
  );
  return (
    around !== undefined &&
    (isLambda(around) || around.type === 'local_function_statement' || (isMember(around) && isOwn(around)))
  );
};

/** Names that belong to a longer name around them. */
const isNamePart = (node: Node, parent: Node): boolean => {
  switch (parent.type) {
    case 'generic_name':
    case 'qualified_name':
    case 'alias_qualified_name':
    case 'nullable_type':
      return true;
    case 'member_access_expression':
    case 'member_binding_expression':
      return field(parent, 'name')?.id === node.id;
    case 'conditional_access_expression':
      return field(parent, 'condition')?.id !== node.id;
    default:
      return false;
  }
};

/** The call, construction or assignment whose last name is at a node. */
function siteAt(name: Node): Node | null {
  let at = name;
  for (let { parent } = at; parent && isNamePart(at, parent); { parent } = at) at = parent;
  const { parent } = at;
  switch (parent?.type) {
    case 'invocation_expression':
      return field(parent, 'function')?.id === at.id ? parent : null;
    case 'object_creation_expression':
      return field(parent, 'type')?.id === at.id ? parent : null;
    case 'assignment_expression':
      return field(parent, 'left')?.id === at.id ? parent : null;
    case 'implicit_object_creation_expression':
      return name.type === 'new' ? parent : null;
    case 'constructor_initializer':
      return name.type === 'base' ? parent : null;
    default:
      return null;
  }
}

/**
 * The calls, constructions and assignments whose last name is one of these (null: whatever it is), every `new(...)` and
 * every `base(...)` of a constructor, in order.
 */
export function sitesOf(root: Node, text: string, words: ReadonlySet<string> | null): Node[] {
  const found = new Map<number, Node>();
  for (const { 0: word, index } of text.matchAll(IDENTIFIER)) {
    const targetTyped = word === 'new' && /^\s*\(/.test(text.slice(index + 3, index + 40));
    const toBase = word === 'base' && /^\s*\(/.test(text.slice(index + 4, index + 41));
    if (!targetTyped && !toBase && words?.has(word) === false) continue;
    const node = root.descendantForIndex(index, index + word.length - 1);
    const site = node?.startIndex === index ? siteAt(node) : null;
    if (site) found.set(site.id, site);
  }
  return [...found.values()].sort((a, b) => a.startIndex - b.startIndex || b.endIndex - a.endIndex);
}

/** The last name of what a pattern calls or writes: a site without it cannot match. */
export function wordOf(pattern: CodeNode): string | null {
  switch (pattern.kind) {
    case 'call':
      return wordOf(pattern.callee);
    case 'assign':
      return wordOf(pattern.target);
    case 'member':
    case 'name':
      return pattern.name;
    default:
      return null;
  }
}
