import type { Span } from '../../core/span';
import type { CodeNode } from '../contract/node';
import { nodeOf } from './node-of';
import type { Building } from './node-of';
import { ownerOf } from './scope/lookup';
import type { Node } from './syntax';
import { field, isOwnMember, unwrap as unwrapped, wrapped } from './syntax';

/** Views and natives of one file, both ways. */
export interface Views {
  view(node: Node): CodeNode;
  native(node: CodeNode): Node;
}

/**
 * @param types names of the types that the file declares.
 * @param shift what offsets of the parsed text are ahead of those that views show: the length of a pattern's frame.
 */
export function viewsOf(types: ReadonlySet<string>, shift = 0): Views {
  const made = new Map<number, CodeNode>();
  const natives = new WeakMap<CodeNode, Node>();
  const unwrap = (node: Node): Node => valueOf(node, types);
  const at = (start: number, end: number): Span => ({ start: start - shift, end: end - shift });
  const view = (node: Node): CodeNode => {
    const inner = unwrap(node);
    const known = made.get(inner.id);
    if (known) return known;
    const fresh = nodeOf(inner, building);
    made.set(inner.id, fresh);
    natives.set(fresh, inner);
    return fresh;
  };
  const building: Building = {
    view,
    unwrap,
    at,
    spans(node) {
      const outer = outermost(node, types);
      return { ...at(node.startIndex, node.endIndex), outer: at(outer.startIndex, outer.endIndex) };
    },
    standsFor(one, node) {
      natives.set(one, node);
      return one;
    },
  };
  return {
    view,
    native(node) {
      const found = natives.get(node);
      if (!found) throw new RangeError('this node belongs to another file');
      return found;
    },
  };
}

/** A node without what does not change its value: brackets, casts, the name of the file's own type before its member. */
function valueOf(node: Node, types: ReadonlySet<string>): Node {
  const inner = unwrapped(node);
  return ownMember(inner, types) ?? inner;
}

/** The name of a member of the file's own type where a node asks that type for it; else null. */
function ownMember(node: Node, types: ReadonlySet<string>): Node | null {
  const object = node.type === 'member_access_expression' ? field(node, 'expression') : null;
  const name = object?.type === 'identifier' && types.has(object.text) ? field(node, 'name') : null;
  return name && (isOwnMember(name) || ownerOf(name)) ? name : null;
}

/** A node with that. `await` stays outside: an edit may drop a cast, never the waiting. */
function outermost(inner: Node, types: ReadonlySet<string>): Node {
  let outer = inner;
  for (
    let parent = inner.parent;
    parent && parent.type !== 'await_expression' && (wrapped(parent) ?? ownMember(parent, types))?.id === outer.id;
    parent = parent.parent
  )
    outer = parent;
  return outer;
}
