import type { Binding } from './scope';
import type { Node } from './syntax';
import { ancestors, field, isLambda, isType, modifiersOf, parts, spanOf, unwrapGlobal, within } from './syntax';

const isLocalFunction = ({ type }: Node): boolean => type === 'local_function_statement';

/** A function within a member: what it captures has rules of its own. */
export const isInnerFunction = (node: Node): boolean => isLambda(node) || isLocalFunction(node);

/** The nodes around a use, nearest first, up to the scope (which is not among them). */
function between(use: Node, scope: Node): Node[] {
  const found: Node[] = [];
  for (const node of ancestors(use)) {
    if (node.id === scope.id) break;
    found.push(node);
  }
  return found;
}

const isStatic = (node: Node): boolean => modifiersOf(node).some((one) => one === 'static' || one === 'const');

const statementOf = (node: Node): Node => [...ancestors(node)].find(({ type }) => /_statement$/.test(type)) ?? node;

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

/** The first statement of a block that may run one of its local functions: by a call, or by handing it on. */
export function firstRun(localFunction: Node, block: Node): Node | null {
  const statements = parts(block);
  const functions = statements.filter((one) => isLocalFunction(unwrapGlobal(one)));
  const speaksOf = (node: Node, names: ReadonlySet<string>): boolean =>
    [...names].some((name) => new RegExp(`(?<![\\w@.])${name}(?!\\w)`).test(node.text));
  const names = new Set([field(localFunction, 'name')?.text ?? '']);
  for (let size = 0; size < names.size;) {
    size = names.size;
    for (const one of functions) {
      const name = field(unwrapGlobal(one), 'name')?.text;
      if (name !== undefined && speaksOf(one, names)) names.add(name);
    }
  }
  return statements.find((one) => !functions.includes(one) && speaksOf(one, names)) ?? null;
}

/** The first `goto` of a block above an offset that leads to a label between there and another offset. */
export function leapOver(block: Node, from: number, to: number): Node | null {
  if (!/\bgoto\b/.test(block.text)) return null;
  const labels = new Set(
    block
      .descendantsOfType('labeled_statement')
      .filter(({ startIndex }) => from <= startIndex && startIndex <= to)
      .map((label) => parts(label)[0]?.text),
  );
  return (
    block
      .descendantsOfType('goto_statement')
      .find((jump) => jump.startIndex < from && labels.has(parts(jump)[0]?.text)) ?? null
  );
}

/** True when a local variable that is set where it is declared has its value whenever code at a place runs. */
export function isAssignedAt({ node }: Binding, use: Node): boolean {
  if (node.endIndex > use.startIndex) return false;
  const statement = statementOf(node);
  if (statement.type !== 'local_declaration_statement') return true;
  let block = statement.parent;
  while (block && /^(?:global|labeled)_statement$/.test(block.type)) block = block.parent;
  if (!block || !within(block, spanOf(use))) return false;
  const own = between(use, block).findLast(isLocalFunction);
  const run = own && firstRun(own, block);
  if (run && run.startIndex < statement.startIndex) return false;
  return leapOver(block, statement.startIndex, use.startIndex) === null;
}
