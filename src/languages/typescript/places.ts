import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import type { Node, Tree } from './tree';
import { ancestors, isStatement } from './tree';

/** The innermost node around an offset. */
export function nodeAt(offset: number, tree: Tree): Node {
  let best: Node = tree.ast;
  for (;;) {
    const inner = childAt(childrenOf(best, tree), offset);
    if (!inner) return best;
    best = inner;
  }
}

const NO_CHILDREN: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'comments', 'tokens']);

/** The children of a node, in order of their starts. */
const childrenOf = remembered((node: Node, tree: Tree): readonly Node[] => {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (NO_CHILDREN.has(key)) continue;
    for (const child of (Array.isArray(value) ? value : [value]) as unknown[]) {
      if (typeof child === 'object' && child !== null && 'range' in child && tree.parentOf(child as Node) === node)
        children.push(child as Node);
    }
  }
  return children.sort((a, b) => a.range[0] - b.range[0]);
});

/** The first child that an offset is in; children may begin at one place, as the two names of `{ a }` do. */
function childAt(children: readonly Node[], offset: number): Node | undefined {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.range[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let found: Node | undefined;
  for (let at = low - 1; at >= 0; at--) {
    const child = children[at];
    const inside = child !== undefined && offset < child.range[1];
    if (inside) found = child;
    // What begins further ahead ends further ahead.
    if (child && child.range[0] !== children[at - 1]?.range[0] && (found || !inside)) break;
  }
  return found;
}

/** The innermost statement around an offset. */
export function statementAt(offset: number, tree: Tree): Span {
  const node = nodeAt(offset, tree);
  const [start, end] = (isStatement(node) ? node : ([...ancestors(tree, node)].find(isStatement) ?? node)).range;
  return { start, end };
}

/** The string or template around an offset; null where only a literal may be, which no expression can replace. */
export function literalAt(offset: number, tree: Tree): TSESTree.Literal | TSESTree.TemplateLiteral | null {
  const node = nodeAt(offset, tree);
  const literal = node.type === AST_NODE_TYPES.TemplateElement ? tree.parentOf(node) : node;
  const parent = literal && tree.parentOf(literal);
  if (literal?.type !== AST_NODE_TYPES.Literal && literal?.type !== AST_NODE_TYPES.TemplateLiteral) return null;
  if (!parent || /^(TS|JSX|Import|Export)|^TaggedTemplate/.test(parent.type)) return null;
  if (parent.type === AST_NODE_TYPES.ExpressionStatement && parent.directive !== undefined) return null;
  const isMember = parent.type === AST_NODE_TYPES.Property || parent.type === AST_NODE_TYPES.PropertyDefinition;
  return isMember && parent.key === literal ? null : literal;
}
