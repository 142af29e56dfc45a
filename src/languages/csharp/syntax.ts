import type { Node } from 'web-tree-sitter';
import type { Span } from '../../core/span';

export type { Node };

export const spanOf = (node: Node): Span => ({ start: node.startIndex, end: node.endIndex });

export const within = (outer: Node, inner: Span): boolean =>
  outer.startIndex <= inner.start && inner.end <= outer.endIndex;

export const field = (node: Node, name: string): Node | null => node.childForFieldName(name);

/** The named children that are code: no comments, no line directives. */
export const parts = (node: Node): Node[] =>
  node.namedChildren.filter(({ type }) => type !== 'comment' && !/^preproc_(?!if|elif|else)/.test(type));

const trees = new WeakMap<Node['tree'], Map<number, Node>>();

/**
 * The parent of a node. A tree-sitter node does not know its own: it is looked for from the root each time, which takes time
 * that grows with the square of the depth for all ancestors of a node. Here one search tells it of every node on the way.
 */
function parentOf(node: Node): Node | null {
  const known = trees.get(node.tree) ?? new Map<number, Node>();
  trees.set(node.tree, known);
  const before = known.get(node.id);
  if (before) return before;
  for (let at: Node | null = node.tree.rootNode; at && at.id !== node.id;) {
    const next: Node | null = at.childWithDescendant(node);
    if (next) known.set(next.id, at);
    at = next;
  }
  return known.get(node.id) ?? null;
}

/** The ancestors of a node, nearest first. */
export function* ancestors(node: Node): Generator<Node> {
  for (let at = parentOf(node); at; at = parentOf(at)) yield at;
}

/** The children of a node, with those of `#if` branches in their place. */
export function members(node: Node): Node[] {
  const condition = /^preproc_/.test(node.type) ? field(node, 'condition')?.id : undefined;
  return parts(node)
    .filter(({ id }) => id !== condition)
    .flatMap((child) => (/^preproc_/.test(child.type) ? members(child) : [child]));
}

/** The statement that a top-level statement wraps, or the node itself. */
export const unwrapGlobal = (node: Node): Node => (node.type === 'global_statement' ? (parts(node)[0] ?? node) : node);

export const isType = ({ type }: Node): boolean =>
  /^(?:class|struct|record|record_struct|interface)_declaration$/.test(type);

/** A method, a constructor, a property, a field: what is directly in a type. */
export const isMember = ({ type }: Node): boolean =>
  /^(?:method|constructor|destructor|operator|conversion_operator|property|indexer|event|field|event_field)_declaration$/.test(
    type,
  );

export const isLambda = ({ type }: Node): boolean =>
  type === 'lambda_expression' || type === 'anonymous_method_expression';

export const isFunction = (node: Node): boolean =>
  isLambda(node) ||
  node.type === 'local_function_statement' ||
  /^(?:method|constructor|destructor|operator|conversion_operator|accessor)_declaration$/.test(node.type);

export const isStatement = (node: Node): boolean => /_statement$/.test(node.type) || isMember(node);

export const modifiersOf = (node: Node): string[] =>
  node.namedChildren.filter(({ type }) => type === 'modifier').map(({ text }) => text);

/** The expression inside what does not change a value: parentheses, casts, `!`, `await`, `this.`, `?.`; else the node. */
export function unwrap(node: Node): Node {
  for (;;) {
    const inner = wrapped(node);
    if (!inner) return node;
    node = inner;
  }
}

/** One step of {@link unwrap}; null where there is nothing to leave out. */
export function wrapped(node: Node): Node | null {
  switch (node.type) {
    case 'parenthesized_expression':
    case 'await_expression':
    case 'checked_expression':
      return parts(node)[0] ?? null;
    case 'cast_expression':
      return field(node, 'value');
    case 'as_expression':
      return field(node, 'left');
    case 'postfix_unary_expression':
      return node.lastChild?.type === '!' ? (parts(node)[0] ?? null) : null;
    case 'member_access_expression':
      return field(node, 'expression')?.type === 'this' ? field(node, 'name') : null;
    case 'conditional_access_expression':
      return parts(node)[1] ?? null;
    default:
      return null;
  }
}

/** The type around a place that has this name. */
export const typeAround = (node: Node, name: string): Node | null =>
  [...ancestors(node)].find((one) => isType(one) && field(one, 'name')?.text === name) ?? null;

/** True for the name in `this.Name` and in `Type.Name` inside that type. */
export function isOwnMember(name: Node): boolean {
  const access = name.parent;
  if (access?.type !== 'member_access_expression' || field(access, 'name')?.id !== name.id) return false;
  const object = field(access, 'expression');
  return object?.type === 'this' || (object?.type === 'identifier' && typeAround(name, object.text) !== null);
}

/** What `?.` and `?[` hang on. */
export function conditionOf(binding: Node): Node | null {
  for (const node of ancestors(binding)) {
    if (node.type !== 'conditional_access_expression') continue;
    const condition = field(node, 'condition');
    if (condition && !within(condition, spanOf(binding))) return condition;
  }
  return null;
}

/** The declarators of a declaration statement, a field, a `using` or a `for`. */
export function declaratorsOf(node: Node): Node[] {
  const declaration =
    node.type === 'variable_declaration' ? node : parts(node).find(({ type }) => type === 'variable_declaration');
  return declaration ? parts(declaration).filter(({ type }) => type === 'variable_declarator') : [];
}

/** The value a declarator, a property or a parameter starts with. */
export function valueOf(node: Node): Node | null {
  if (node.type === 'property_declaration') {
    const value = field(node, 'value');
    if (!value) return returnedBy(node);
    return value.type === 'arrow_expression_clause' ? (parts(value)[0] ?? null) : value;
  }
  const name = field(node, 'name');
  const last = parts(node).at(-1);
  return last && name && last.startIndex > name.startIndex && last.type !== 'bracketed_argument_list' ? last : null;
}

/** What a property gives that has nothing but a getter, which does nothing but return it. */
function returnedBy(property: Node): Node | null {
  const [getter, ...others] = field(property, 'accessors')?.namedChildren ?? [];
  const isGetter = getter?.children.some(({ type }) => type === 'get') ?? false;
  return getter && isGetter && others.length === 0 ? returnedIn(field(getter, 'body')) : null;
}

/** The expression of an arrow, or of a block that is one `return`. */
export function returnedIn(body: Node | null): Node | null {
  const [first, ...others] = body ? parts(body) : [];
  if (body?.type === 'arrow_expression_clause') return first ?? null;
  return first?.type === 'return_statement' && others.length === 0 ? (parts(first)[0] ?? null) : null;
}

export const argumentsOf = (call: Node): Node | null =>
  field(call, 'arguments') ?? parts(call).find(({ type }) => type === 'argument_list') ?? null;

/** The value of an argument, without its name and without `ref`. */
export const argumentValue = (argument: Node): Node | null => parts(argument).at(-1) ?? null;

/** The plain name of a type or callee: `Task` of `System.Threading.Tasks.Task<int>`. */
export function simpleName(node: Node): string {
  switch (node.type) {
    case 'generic_name':
      return parts(node)[0]?.text ?? '';
    case 'nullable_type':
      return simpleName(field(node, 'type') ?? parts(node)[0] ?? node);
    case 'qualified_name':
    case 'alias_qualified_name':
    case 'member_access_expression':
    case 'member_binding_expression': {
      const name = field(node, 'name');
      return name ? simpleName(name) : '';
    }
    case 'conditional_access_expression': {
      const inner = parts(node)[1];
      return inner ? simpleName(inner) : '';
    }
    default:
      return node.type === 'identifier' || node.type === 'predefined_type' ? node.text : '';
  }
}
