import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Names } from './names';
import { isEnvironment } from './settings';
import type { Node, Tree } from './tree';

/**
 * The texts that name settings which the code only asks for, without a read: `"A" in process.env`,
 * `Object.hasOwn(process.env, "A")`, `process.env.hasOwnProperty("A")`, `Object.keys(process.env).includes("A")`.
 */
export const askedNames = (tree: Tree, names: Names): readonly TSESTree.StringLiteral[] =>
  tree.readers.flatMap((node) => (isEnvironment(node, names) ? (askedOf(node, tree) ?? []) : []));

function askedOf(environment: Node, tree: Tree): TSESTree.StringLiteral | null {
  const parent = tree.parentOf(environment);
  if (parent?.type === AST_NODE_TYPES.BinaryExpression)
    return parent.operator === 'in' && parent.right === environment ? textOf(parent.left) : null;
  if (parent?.type === AST_NODE_TYPES.MemberExpression && parent.object === environment)
    return isNamed(parent, /^hasOwnProperty$/) ? textOf(callOf(parent, tree)?.arguments[0]) : null;
  if (parent?.type !== AST_NODE_TYPES.CallExpression || parent.arguments[0] !== environment) return null;
  const { callee } = parent;
  if (isNamed(callee, /^(?:hasOwn|has|call)$/)) return textOf(parent.arguments[1]);
  const member = isNamed(callee, /^keys$/) ? tree.parentOf(parent) : null;
  return member && isNamed(member, /^includes$/) ? textOf(callOf(member, tree)?.arguments[0]) : null;
}

const isNamed = (node: Node, name: RegExp): boolean =>
  node.type === AST_NODE_TYPES.MemberExpression &&
  node.property.type === AST_NODE_TYPES.Identifier &&
  name.test(node.property.name);

/** The call of a member. */
function callOf(member: Node, tree: Tree): TSESTree.CallExpression | null {
  const call = tree.parentOf(member);
  return call?.type === AST_NODE_TYPES.CallExpression && call.callee === member ? call : null;
}

const textOf = (node: Node | undefined): TSESTree.StringLiteral | null =>
  node?.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' ? node : null;
