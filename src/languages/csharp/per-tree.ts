import type { Node } from './syntax';

/**
 * A function of a node that is computed once for each node, as long as the node's tree is in use. A tree never changes, and
 * many names of a file ask the same scope: without this, a file of n of them would read the scope n times.
 */
export function perTree<T>(compute: (node: Node) => T): (node: Node) => T {
  const trees = new WeakMap<Node['tree'], Map<number, T>>();
  return (node) => {
    const known = trees.get(node.tree) ?? new Map<number, T>();
    trees.set(node.tree, known);
    const { id } = node;
    const before = known.get(id);
    if (before !== undefined) return before;
    const fresh = compute(node);
    known.set(id, fresh);
    return fresh;
  };
}
