import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../../core/span';
import type { Argument, CodeNode } from '../contract/node';
import { fieldName, staticField } from './fields';
import type { Node, Tree } from './tree';
import { unwrap } from './tree';

/** What the views of one file are made with. */
export interface Building {
  readonly text: string;
  readonly tree: Tree;
  readonly view: (node: Node) => CodeNode;
}

/** Where a node is, without and with the wrappers around it. */
export type Spans = Span & { readonly outer: Span };

/** The view of a node; what has no view of its own is `other`. */
export function nodeOf(node: Node, base: Spans, building: Building): CodeNode {
  const { view } = building;
  switch (node.type) {
    case AST_NODE_TYPES.Identifier:
      return { ...base, kind: 'name', name: node.name };
    case AST_NODE_TYPES.ThisExpression:
      return { ...base, kind: 'name', name: 'this' };
    case AST_NODE_TYPES.Super:
      return { ...base, kind: 'name', name: 'super' };
    case AST_NODE_TYPES.MemberExpression:
      return memberOf(node, base, building);
    case AST_NODE_TYPES.CallExpression:
    case AST_NODE_TYPES.NewExpression:
      return callOf(node, base, building);
    case AST_NODE_TYPES.ObjectExpression:
      return { ...base, kind: 'object', props: node.properties.map((one) => property(one, building)) };
    case AST_NODE_TYPES.Literal:
      return typeof node.value === 'string' ? { ...base, kind: 'string', value: node.value } : other(base);
    case AST_NODE_TYPES.TemplateLiteral:
    case AST_NODE_TYPES.BinaryExpression:
      return textOf(node, base, building);
    case AST_NODE_TYPES.LogicalExpression:
      return node.operator === '&&'
        ? other(base)
        : { ...base, kind: 'fallback', left: view(node.left), right: view(node.right) };
    case AST_NODE_TYPES.ConditionalExpression:
      return { ...base, kind: 'conditional', branches: [view(node.consequent), view(node.alternate)] };
    case AST_NODE_TYPES.AssignmentExpression:
      return node.operator === '='
        ? { ...base, kind: 'assign', target: view(node.left), value: view(node.right) }
        : other(base);
    default:
      return other(base);
  }
}

const other = (base: Spans): CodeNode => ({ ...base, kind: 'other', inside: [] });

/** A field of the own object is a name: `this.client`. */
function memberOf(node: TSESTree.MemberExpression, base: Spans, { text, tree, view }: Building): CodeNode {
  const field = fieldName(node);
  if (field !== null) return { ...base, kind: 'name', name: `this.${field}` };
  if (staticField(node, tree)) return { ...base, kind: 'name', name: text.slice(...node.range) };
  if (node.computed) return { ...base, kind: 'index', object: view(node.object), key: view(node.property) };
  const { property: named } = node;
  const name = named.type === AST_NODE_TYPES.PrivateIdentifier ? `#${named.name}` : named.name;
  return { ...base, kind: 'member', object: view(node.object), name };
}

function callOf(node: TSESTree.CallExpression | TSESTree.NewExpression, base: Spans, building: Building): CodeNode {
  const after = node.typeArguments?.range[1] ?? node.callee.range[1];
  const open = building.text.indexOf('(', after);
  return {
    ...base,
    kind: 'call',
    callee: building.view(node.callee),
    args: node.arguments.map((one) => argument(one, building, open + 1)),
    isNew: node.type === AST_NODE_TYPES.NewExpression || node.callee.type === AST_NODE_TYPES.Super,
    argsStart: open >= 0 && open < base.end ? open + 1 : null,
  };
}

/** A string as a whole, or the parts of a template or a concatenation. */
function textOf(node: Node, base: Spans, building: Building): CodeNode {
  const parts = templateParts(node, building);
  if (!parts) return { ...base, kind: 'other', inside: isSum(node) ? addends(node, building) : [] };
  return parts.every((part) => typeof part === 'string')
    ? { ...base, kind: 'string', value: parts.join('') }
    : { ...base, kind: 'template', parts };
}

/** A string, a template or a concatenation in parts; null for anything else. */
function templateParts(wrapped: Node, building: Building): (string | CodeNode)[] | null {
  const { view } = building;
  const node = unwrap(wrapped);
  if (node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string') return [node.value];
  if (node.type === AST_NODE_TYPES.TemplateLiteral) {
    return node.quasis.flatMap((quasi, i) => {
      const expression = node.expressions[i];
      const text = quasi.value.cooked ?? quasi.value.raw;
      return expression ? [text, view(expression)] : [text];
    });
  }
  if (node.type !== AST_NODE_TYPES.BinaryExpression || node.operator !== '+') return null;
  const [left, right] = [templateParts(node.left, building), templateParts(node.right, building)];
  if (!left && !right) return null;
  return [...(left ?? addends(node.left, building)), ...(right ?? addends(node.right, building))];
}

const isSum = (node: Node): node is TSESTree.BinaryExpression =>
  node.type === AST_NODE_TYPES.BinaryExpression && node.operator === '+';

/** What is added up without a text in between: `host + path`. */
function addends(node: Node, building: Building): CodeNode[] {
  const inner = unwrap(node);
  return isSum(inner) ? [...addends(inner.left, building), ...addends(inner.right, building)] : [building.view(node)];
}

/** A node with the round brackets around it, which the tree does not know; those of the call open at `opening`. */
function inBrackets({ range: [from, to] }: Node, opening: number, text: string): Span {
  let [start, end] = [from, to];
  for (;;) {
    const before = /\(\s*$/.exec(text.slice(Math.max(opening, start - 200), start));
    const after = /^\s*\)/.exec(text.slice(end, end + 200));
    if (!before || !after) return { start, end };
    start -= before[0].length;
    end += after[0].length;
  }
}

function argument(node: Node, { text, view }: Building, opening = node.range[0]): Argument {
  const spread = node.type === AST_NODE_TYPES.SpreadElement;
  const value = view(spread ? node.argument : node);
  return { name: null, value, spread, shorthand: false, ...inBrackets(node, opening, text) };
}

function property(node: TSESTree.Property | TSESTree.SpreadElement, building: Building): Argument {
  if (node.type === AST_NODE_TYPES.SpreadElement) return argument(node, building);
  const [start, end] = node.range;
  const value = building.view(node.value);
  return { name: keyOf(node), value, spread: false, shorthand: node.shorthand, start, end };
}

/** The name of a property; null for a computed one. */
function keyOf({ computed, key }: TSESTree.Property): string | null {
  if (!computed && key.type === AST_NODE_TYPES.Identifier) return key.name;
  return key.type === AST_NODE_TYPES.Literal ? String(key.value) : null;
}
