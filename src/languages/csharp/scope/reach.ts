import type { Node } from '../syntax';
import { ancestors, field, isLambda, isType, modifiersOf, spanOf, within } from '../syntax';
import type { Binding } from './binding';

export const isLocalFunction = ({ type }: Node): boolean => type === 'local_function_statement';

/** A function within a member: what it captures has rules of its own. */
export const isInnerFunction = (node: Node): boolean => isLambda(node) || isLocalFunction(node);

/** The nodes around a use, nearest first, up to the scope (which is not among them). */
export function between(use: Node, scope: Node): Node[] {
  const found: Node[] = [];
  for (const node of ancestors(use)) {
    if (node.id === scope.id) break;
    found.push(node);
  }
  return found;
}

const isStatic = (node: Node): boolean => modifiersOf(node).some((one) => one === 'static' || one === 'const');

export const statementOf = (node: Node): Node =>
  [...ancestors(node)].find(({ type }) => /_statement$/.test(type)) ?? node;

const isByReference = (parameter: Node): boolean =>
  modifiersOf(parameter).some((one) => one === 'ref' || one === 'in' || one === 'out');

/** The field or property that a declarator belongs to, or the node itself. */
const memberOf = (node: Node): Node =>
  [node, ...ancestors(node)].find(({ type }) => /^(?:field|property|method)_declaration$/.test(type)) ?? node;

/** True where code runs before the object exists: the value of a field or property, what goes to a base class. */
const isBeforeObject = (around: readonly Node[], use: Node): boolean =>
  around.some((node) => {
    if (node.type !== 'property_declaration')
      return /^(?:field_declaration|constructor_initializer|base_list)$/.test(node.type);
    const value = field(node, 'value');
    return value !== null && value.type !== 'arrow_expression_clause' && within(value, spanOf(use));
  });

/** True when the code at a place may speak of what a name is bound to, wherever it is set. */
export function isInReach({ kind, node, scope }: Binding, use: Node): boolean {
  const around = between(use, scope);
  const inner = around.filter(isInnerFunction);
  const ofType = isType(scope);
  if (!ofType) {
    if (inner.some(isStatic)) return isStatic(kind === 'local' ? statementOf(node) : node);
    return kind !== 'parameter' || inner.length === 0 || !isByReference(node);
  }
  if (kind !== 'parameter' && isStatic(memberOf(node))) return true;
  // Everything else belongs to one object of this type, or to its primary constructor.
  if (around.some(isType) || inner.some(isStatic)) return false;
  if (inner.length > 0 && scope.children.some(({ type }) => type === 'struct')) return false;
  const member = around.findLast(({ type }) => /_declaration$/.test(type));
  if (kind === 'parameter')
    return !around.some(({ type }) => type === 'constructor_initializer') && !(member && isStatic(member));
  return !(member && isStatic(member)) && !isBeforeObject(around, use);
}
