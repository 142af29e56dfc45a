import type { Surroundings } from '../../contract/scope';
import type { Node } from '../syntax';
import {
  ancestors,
  field,
  isLambda,
  isMember,
  isType,
  modifiersOf,
  parts,
  simpleName,
  spanOf,
  within,
} from '../syntax';

export const isLoop = ({ type }: Node): boolean => /^(?:for|foreach|while|do)_statement$/.test(type);

const isStatic = (node: Node): boolean => modifiersOf(node).some((one) => one === 'static' || one === 'const');

/** Methods whose lambdas are translated, not run: by the types that take them. */
const TRANSLATES = /^(?:Expression|IQueryable|DbSet)$/;

/** What the code of a node runs in; whether the compiler looks for missing values is asked elsewhere. */
export function placeOf(node: Node): Omit<Surroundings, 'nullable'> {
  let innermost: Surroundings['within'] = null;
  let [isInStatic, loop, expressionTree, beforeBase] = [false, false, false, false];
  let member: Node | null = null;
  for (const one of ancestors(node)) {
    if (isType(one)) {
      isInStatic ||= isStatic(one);
      break;
    }
    innermost ??= functionOf(one);
    loop ||= isLoop(one) && !isHead(one, node);
    expressionTree ||= isLambda(one) && isTranslated(one);
    beforeBase ||= one.type === 'constructor_initializer' || one.type === 'primary_constructor_base_type';
    if (isLambda(one) || one.type === 'local_function_statement') isInStatic ||= isStatic(one);
    if (isMember(one)) {
      member = one;
      isInStatic ||= isStatic(one);
    }
    if (one.type === 'compilation_unit') isInStatic = true;
  }
  const initialiser = member !== null && isInitialiser(member, node);
  return { within: innermost, static: isInStatic, loop, expressionTree, beforeBase, initialiser };
}

function functionOf({ type }: Node): Surroundings['within'] {
  switch (type) {
    case 'lambda_expression':
    case 'anonymous_method_expression':
      return 'lambda';
    case 'local_function_statement':
      return 'local function';
    case 'constructor_declaration':
      return 'constructor';
    case 'accessor_declaration':
    case 'arrow_expression_clause':
      return type === 'accessor_declaration' ? 'accessor' : null;
    case 'method_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
    case 'destructor_declaration':
      return 'method';
    default:
      return null;
  }
}

/** What a loop looks at once: the collection of a `foreach`, the start of a `for`. */
const isHead = (loop: Node, node: Node): boolean => {
  const head = loop.type === 'foreach_statement' ? field(loop, 'right') : field(loop, 'initializer');
  return head !== null && within(head, spanOf(node));
};

/** The value of a field, or of a property that is no arrow. */
function isInitialiser(member: Node, node: Node): boolean {
  if (member.type === 'field_declaration' || member.type === 'event_field_declaration') return true;
  if (member.type !== 'property_declaration') return false;
  const value = field(member, 'value');
  return value !== null && value.type !== 'arrow_expression_clause' && within(value, spanOf(node));
}

/** A lambda that is a value of `Expression<...>`. */
function isTranslated(lambda: Node): boolean {
  const { parent } = lambda;
  const declared = parent?.type === 'variable_declarator' ? field(parent.parent ?? parent, 'type') : null;
  const cast = parent?.type === 'cast_expression' ? field(parent, 'type') : null;
  const creation =
    parent?.parent?.parent?.type === 'object_creation_expression' ? field(parent.parent.parent, 'type') : null;
  return (
    [declared, cast, creation].some((type) => type !== null && TRANSLATES.test(simpleName(type))) || returnsTree(lambda)
  );
}

/** `Expression<Func<...>> Make() => x => ...` */
function returnsTree(lambda: Node): boolean {
  const { parent } = lambda;
  if (parent?.type !== 'return_statement' && parent?.type !== 'arrow_expression_clause') return false;
  const around = [...ancestors(parent)].find(
    (one) => isMember(one) || isLambda(one) || one.type === 'local_function_statement',
  );
  const type = around && (field(around, 'returns') ?? field(around, 'type'));
  return type ? parts(type).length > 0 && TRANSLATES.test(simpleName(type)) : false;
}
