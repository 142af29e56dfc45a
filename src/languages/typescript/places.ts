import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import type { Node, Tree } from './tree';
import { ancestors, isStatement } from './tree';

/** The innermost node around an offset. */
export function nodeAt(offset: number, tree: Tree): Node {
  let best: Node = tree.ast;
  for (;;) {
    const inner: Node | undefined = childrenOf(best, tree).find(
      ({ range: [start, end] }) => start <= offset && offset < end,
    );
    if (!inner) return best;
    best = inner;
  }
}

const NO_CHILDREN: ReadonlySet<string> = new Set(['parent', 'loc', 'range', 'comments', 'tokens']);

function childrenOf(node: Node, tree: Tree): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (NO_CHILDREN.has(key)) continue;
    for (const child of (Array.isArray(value) ? value : [value]) as unknown[]) {
      if (typeof child === 'object' && child !== null && 'range' in child && tree.parentOf(child as Node) === node)
        children.push(child as Node);
    }
  }
  return children;
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
