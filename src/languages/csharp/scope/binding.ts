import { perTree } from '../per-tree';
import type { Node } from '../syntax';
import { declaratorsOf, field, isFunction, isType, members, parts, unwrapGlobal } from '../syntax';

/** A name of the file and what declares it. */
export interface Binding {
  readonly kind: 'local' | 'parameter' | 'field' | 'property' | 'function' | 'pattern';
  readonly name: Node;
  /** The declarator, parameter, property or function. */
  readonly node: Node;
  /** Where the name may be spoken of: a block, a function, a type, the whole file. */
  readonly scope: Node;
}

export type Found = Omit<Binding, 'scope'>;

const named = (kind: Binding['kind'], node: Node): Found[] => {
  const name = field(node, 'name');
  return name ? [{ kind, name, node }] : [];
};

/** The statement after its labels. */
const unlabelled = (node: Node): Node =>
  node.type === 'labeled_statement' ? unlabelled(parts(node).at(-1) ?? node) : node;

/** What a statement declares in the block around it. */
function inStatement(statement: Node): Found[] {
  const node = unlabelled(unwrapGlobal(statement));
  if (node.type === 'local_declaration_statement') return declaratorsOf(node).flatMap((one) => named('local', one));
  return node.type === 'local_function_statement' ? named('function', node) : [];
}

/** `out var x`, `is string x`, `var (x, y)`: declared within an expression, for the block around it. */
const inExpressions = (block: Node): Found[] =>
  block
    .descendantsOfType([
      'declaration_expression',
      'declaration_pattern',
      'recursive_pattern',
      'var_pattern',
      'tuple_pattern',
      'parenthesized_variable_designation',
    ])
    .flatMap((node): Found[] =>
      node.namedChildren.filter(({ type }) => type === 'identifier').map((name) => ({ kind: 'pattern', name, node })),
    );

function parametersOf(node: Node): Node[] {
  const list = field(node, 'parameters') ?? parts(node).find(({ type }) => type === 'parameter_list');
  if (!list) return [];
  return list.type === 'parameter_list' || list.type === 'bracketed_parameter_list'
    ? parts(list).filter(({ type }) => type === 'parameter')
    : [list];
}

const inParameters = (node: Node): Found[] =>
  parametersOf(node).flatMap((one) =>
    one.type === 'parameter' ? named('parameter', one) : [{ kind: 'parameter', name: one, node: one }],
  );

function inMembers(type: Node): Found[] {
  const body = field(type, 'body');
  return (body ? members(body) : []).flatMap((member): Found[] => {
    if (member.type === 'field_declaration') return declaratorsOf(member).flatMap((one) => named('field', one));
    if (member.type === 'property_declaration') return named('property', member);
    return member.type === 'method_declaration' ? named('function', member) : [];
  });
}

/** What a scope declares: its own names, and those that count where it has no such name of its own. */
function declarationsIn(node: Node, insideType: boolean): readonly (readonly Found[])[] {
  switch (node.type) {
    case 'block':
      return [members(node).flatMap(inStatement), inExpressions(node)];
    // What a section declares is in scope in all of them; what an expression of it declares is not.
    case 'switch_body':
      return [
        parts(node)
          .filter(({ type }) => type === 'switch_section')
          .flatMap((section) => members(section).flatMap(inStatement)),
      ];
    case 'switch_section':
      return [inExpressions(node)];
    case 'compilation_unit': {
      // Top-level variables are out of sight of the types in the file.
      const statements = insideType ? [] : members(node).filter(({ type }) => type === 'global_statement');
      return [statements.flatMap(inStatement), statements.flatMap(inExpressions)];
    }
    case 'for_statement':
    case 'using_statement':
    case 'fixed_statement':
      return [declaratorsOf(node).flatMap((one) => named('local', one))];
    case 'foreach_statement': {
      const name = field(node, 'left');
      return [name ? [{ kind: 'pattern', name, node }] : []];
    }
    case 'catch_clause':
      return [
        parts(node)
          .filter(({ type }) => type === 'catch_declaration')
          .flatMap((one) => named('pattern', one)),
      ];
    default:
      if (isType(node)) return [inMembers(node), inParameters(node)];
      return isFunction(node) || node.type === 'indexer_declaration' ? [inParameters(node)] : [];
  }
}

type Names = ReadonlyMap<string, readonly Found[]>;

function namesIn(node: Node, insideType: boolean): Names {
  const names = new Map<string, readonly Found[]>();
  for (const found of declarationsIn(node, insideType)) {
    const fresh = new Map<string, Found[]>();
    for (const one of found) {
      const { text } = one.name;
      if (names.has(text)) continue;
      const same = fresh.get(text);
      if (same) same.push(one);
      else fresh.set(text, [one]);
    }
    for (const [name, all] of fresh) names.set(name, all);
  }
  return names;
}

const outside = perTree((node) => namesIn(node, false));
const inside = perTree((node) => namesIn(node, true));

/** What declares a name directly in a scope. `insideType` tells that the place which asks is in a type of the file. */
export const declaredIn = (node: Node, name: string, insideType: boolean): readonly Found[] =>
  // Only the file as a whole shows its types less than its statements.
  (insideType && node.type === 'compilation_unit' ? inside : outside)(node).get(name) ?? [];
