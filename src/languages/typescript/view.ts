import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { CodeNode } from '../contract/node';
import { nodeOf } from './node-of';
import type { Building, Spans } from './node-of';
import type { Node, Tree } from './tree';
import { unwrap } from './tree';

/** Views and natives of one file, both ways. */
export interface Views {
  view(node: Node): CodeNode;
  native(node: CodeNode): Node;
}

export function viewsOf(text: string, tree: Tree): Views {
  const made = new WeakMap<Node, CodeNode>();
  const natives = new WeakMap<CodeNode, Node>();
  const view = (node: Node): CodeNode => {
    const inner = unwrap(node);
    const known = made.get(inner);
    if (known) return known;
    const fresh = nodeOf(inner, spansOf(inner, tree), building);
    made.set(inner, fresh);
    natives.set(fresh, inner);
    return fresh;
  };
  const building: Building = { text, tree, view };
  return {
    view,
    native(node) {
      const found = natives.get(node);
      if (!found) throw new RangeError('this node belongs to another file');
      return found;
    },
  };
}

function spansOf(node: Node, tree: Tree): Spans {
  const [start, end] = node.range;
  const [outerStart, outerEnd] = outermost(node, tree).range;
  return { start, end, outer: { start: outerStart, end: outerEnd } };
}

/** A node with what does not change its value. `await` stays outside: an edit may drop a cast, never the waiting. */
function outermost(inner: Node, tree: Tree): Node {
  let outer = inner;
  for (
    let parent = tree.parentOf(inner);
    parent && parent.type !== AST_NODE_TYPES.AwaitExpression;
    parent = tree.parentOf(parent)
  ) {
    // The member in `x.trim()` is no wrapper, its call is.
    const call = parent.type === AST_NODE_TYPES.MemberExpression ? tree.parentOf(parent) : null;
    if (call && unwrap(call) === inner) continue;
    if (unwrap(parent) !== inner) break;
    outer = parent;
  }
  return outer;
}
