import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import type { Argument, CodeNode } from '../contract/node';
import { fieldName, staticField } from './fields';
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

  // `await` stays outside: an edit may drop a cast, never the waiting.
  const outermost = (inner: Node): Node => {
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
  };

  /** A node with the round brackets around it, which the tree does not know; those of the call open at `opening`. */
  const inBrackets = ({ range: [from, to] }: Node, opening: number): Span => {
    let [start, end] = [from, to];
    for (;;) {
      const before = /\(\s*$/.exec(text.slice(Math.max(opening, start - 200), start));
      const after = /^\s*\)/.exec(text.slice(end, end + 200));
      if (!before || !after) return { start, end };
      start -= before[0].length;
      end += after[0].length;
    }
  };

  const argument = (node: Node, opening = node.range[0]): Argument => ({
    name: null,
    value: node.type === AST_NODE_TYPES.SpreadElement ? view(node.argument) : view(node),
    spread: node.type === AST_NODE_TYPES.SpreadElement,
    shorthand: false,
    ...inBrackets(node, opening),
  });

  const property = (node: TSESTree.Property | TSESTree.SpreadElement): Argument => {
    if (node.type === AST_NODE_TYPES.SpreadElement) return argument(node);
    const name =
      !node.computed && node.key.type === AST_NODE_TYPES.Identifier
        ? node.key.name
        : node.key.type === AST_NODE_TYPES.Literal
          ? String(node.key.value)
          : null;
    const [start, end] = node.range;
    return { name, value: view(node.value), spread: false, shorthand: node.shorthand, start, end };
  };

  const templateParts = (node: Node): (string | CodeNode)[] | null => {
    node = unwrap(node);
    if (node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string') return [node.value];
    if (node.type === AST_NODE_TYPES.TemplateLiteral) {
      return node.quasis.flatMap((quasi, i) => {
        const expression = node.expressions[i];
        const text = quasi.value.cooked ?? quasi.value.raw;
        return expression ? [text, view(expression)] : [text];
      });
    }
    if (node.type === AST_NODE_TYPES.BinaryExpression && node.operator === '+') {
      const left = templateParts(node.left);
      const right = templateParts(node.right);
      if (!left && !right) return null;
      return [...(left ?? addends(node.left)), ...(right ?? addends(node.right))];
    }
    return null;
  };

  /** What is added up without a text in between: `host + path`. */
  const addends = (node: Node): CodeNode[] => {
    const inner = unwrap(node);
    return inner.type === AST_NODE_TYPES.BinaryExpression && inner.operator === '+'
      ? [...addends(inner.left), ...addends(inner.right)]
      : [view(node)];
  };

  const build = (node: Node): CodeNode => {
    const [start, end] = node.range;
    const [outerStart, outerEnd] = outermost(node).range;
    const base = { start, end, outer: { start: outerStart, end: outerEnd } };
    switch (node.type) {
      case AST_NODE_TYPES.Identifier:
        return { ...base, kind: 'name', name: node.name };
      case AST_NODE_TYPES.ThisExpression:
        return { ...base, kind: 'name', name: 'this' };
      case AST_NODE_TYPES.Super:
        return { ...base, kind: 'name', name: 'super' };
      case AST_NODE_TYPES.MemberExpression:
        if (fieldName(node) !== null) return { ...base, kind: 'name', name: `this.${fieldName(node) ?? ''}` };
        if (staticField(node, tree)) return { ...base, kind: 'name', name: text.slice(...node.range) };
        if (node.computed) return { ...base, kind: 'index', object: view(node.object), key: view(node.property) };
        return {
          ...base,
          kind: 'member',
          object: view(node.object),
          name: node.property.type === AST_NODE_TYPES.PrivateIdentifier ? `#${node.property.name}` : node.property.name,
        };
      case AST_NODE_TYPES.CallExpression:
      case AST_NODE_TYPES.NewExpression: {
        const after = node.typeArguments?.range[1] ?? node.callee.range[1];
        const open = text.indexOf('(', after);
        return {
          ...base,
          kind: 'call',
          callee: view(node.callee),
          args: node.arguments.map((one) => argument(one, open + 1)),
          isNew: node.type === AST_NODE_TYPES.NewExpression || node.callee.type === AST_NODE_TYPES.Super,
          argsStart: open >= 0 && open < end ? open + 1 : null,
        };
      }
      case AST_NODE_TYPES.ObjectExpression:
        return { ...base, kind: 'object', props: node.properties.map(property) };
      case AST_NODE_TYPES.Literal:
        return typeof node.value === 'string'
          ? { ...base, kind: 'string', value: node.value }
          : { ...base, kind: 'other', inside: [] };
      case AST_NODE_TYPES.TemplateLiteral:
      case AST_NODE_TYPES.BinaryExpression: {
        const parts = templateParts(node);
        if (!parts) return { ...base, kind: 'other', inside: addends(node) };
        return parts.every((part) => typeof part === 'string')
          ? { ...base, kind: 'string', value: parts.join('') }
          : { ...base, kind: 'template', parts };
      }
      case AST_NODE_TYPES.LogicalExpression:
        return node.operator === '&&'
          ? { ...base, kind: 'other', inside: [] }
          : { ...base, kind: 'fallback', left: view(node.left), right: view(node.right) };
      case AST_NODE_TYPES.ConditionalExpression:
        return { ...base, kind: 'conditional', branches: [view(node.consequent), view(node.alternate)] };
      case AST_NODE_TYPES.AssignmentExpression:
        return node.operator === '='
          ? { ...base, kind: 'assign', target: view(node.left), value: view(node.right) }
          : { ...base, kind: 'other', inside: [] };
      default:
        return { ...base, kind: 'other', inside: [] };
    }
  };

  const view = (node: Node): CodeNode => {
    const inner = unwrap(node);
    const known = made.get(inner);
    if (known) return known;
    const fresh = build(inner);
    made.set(inner, fresh);
    natives.set(fresh, inner);
    return fresh;
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
