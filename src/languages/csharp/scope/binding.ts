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

const named = (kind: Binding['kind'], node: Node, name: string): Found[] => {
  const own = field(node, 'name');
  return own?.text === name ? [{ kind, name: own, node }] : [];
};

/** The statement behind its labels. */
const unlabelled = (node: Node): Node =>
  node.type === 'labeled_statement' ? unlabelled(parts(node).at(-1) ?? node) : node;

/** What a statement declares in the block around it. */
function inStatement(statement: Node, name: string): Found[] {
  const node = unlabelled(unwrapGlobal(statement));
  if (node.type === 'local_declaration_statement')
    return declaratorsOf(node).flatMap((one) => named('local', one, name));
  return node.type === 'local_function_statement' ? named('function', node, name) : [];
}

/** `out var x`, `is string x`, `var (x, y)`: declared within an expression, for the block around it. */
function inExpressions(block: Node, name: string): Found[] {
  if (!block.text.includes(name)) return [];
  return block
    .descendantsOfType([
      'declaration_expression',
      'declaration_pattern',
      'recursive_pattern',
      'var_pattern',
      'tuple_pattern',
      'parenthesized_variable_designation',
    ])
    .flatMap((node): Found[] =>
      node.namedChildren
        .filter((child) => child.type === 'identifier' && child.text === name)
        .map((own) => ({ kind: 'pattern', name: own, node })),
    );
}

function parametersOf(node: Node): Node[] {
  const list = field(node, 'parameters') ?? parts(node).find(({ type }) => type === 'parameter_list');
  if (!list) return [];
  return list.type === 'parameter_list' || list.type === 'bracketed_parameter_list'
    ? parts(list).filter(({ type }) => type === 'parameter')
    : [list];
}

const inParameters = (node: Node, name: string): Found[] =>
  parametersOf(node).flatMap((one) =>
    one.type === 'parameter'
      ? named('parameter', one, name)
      : one.text === name
        ? [{ kind: 'parameter', name: one, node: one }]
        : [],
  );

function inType(type: Node, name: string): Found[] {
  const body = field(type, 'body');
  const own = (body ? members(body) : []).flatMap((member): Found[] => {
    if (member.type === 'field_declaration') return declaratorsOf(member).flatMap((one) => named('field', one, name));
    if (member.type === 'property_declaration') return named('property', member, name);
    return member.type === 'method_declaration' ? named('function', member, name) : [];
  });
  return own.length > 0 ? own : inParameters(type, name);
}

/** What declares a name directly in a scope. `insideType` tells that the place which asks stands in a type of the file. */
export function declaredIn(node: Node, name: string, insideType: boolean): Found[] {
  switch (node.type) {
    case 'block': {
      const own = members(node).flatMap((statement) => inStatement(statement, name));
      return own.length > 0 ? own : inExpressions(node, name);
    }
    // What a section declares is in scope in all of them; what an expression of it declares is not.
    case 'switch_body':
      return parts(node)
        .filter(({ type }) => type === 'switch_section')
        .flatMap((section) => members(section).flatMap((statement) => inStatement(statement, name)));
    case 'switch_section':
      return inExpressions(node, name);
    case 'compilation_unit': {
      // Top-level variables are out of sight of the types in the file.
      const statements = insideType ? [] : members(node).filter(({ type }) => type === 'global_statement');
      const own = statements.flatMap((statement) => inStatement(statement, name));
      return own.length > 0 ? own : statements.flatMap((statement) => inExpressions(statement, name));
    }
    case 'for_statement':
    case 'using_statement':
    case 'fixed_statement':
      return declaratorsOf(node).flatMap((one) => named('local', one, name));
    case 'foreach_statement': {
      const left = field(node, 'left');
      return left?.text === name ? [{ kind: 'pattern', name: left, node }] : [];
    }
    case 'catch_clause':
      return parts(node)
        .filter(({ type }) => type === 'catch_declaration')
        .flatMap((one) => named('pattern', one, name));
    default:
      if (isType(node)) return inType(node, name);
      return isFunction(node) || node.type === 'indexer_declaration' ? inParameters(node, name) : [];
  }
}
