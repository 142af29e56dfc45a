import type { TSESTree } from '@typescript-eslint/types';
import type { Role } from '../code';
import type { Span } from '../../core/span';
import type { Node, Tree } from './tree';
import { unwrap } from './tree';

const span = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

const exits = (node: TSESTree.Expression): boolean => {
  const call = unwrap(node);
  return call.type === 'CallExpression' && call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' && call.callee.property.name === 'exit';
};

/** True when a branch does nothing but complain and leave. */
function leaves(node: TSESTree.Statement): boolean {
  if (node.type === 'BlockStatement') {
    const last = node.body.at(-1);
    return last !== undefined && leaves(last) && node.body.slice(0, -1).every((statement) => statement.type === 'ExpressionStatement');
  }
  return node.type === 'ThrowStatement' || node.type === 'ReturnStatement' || (node.type === 'ExpressionStatement' && exits(node.expression));
}

const operandsOf = (test: TSESTree.Expression): TSESTree.Expression[] =>
  test.type === 'LogicalExpression' && test.operator === '||' ? [...operandsOf(test.left), ...operandsOf(test.right)] : [test];

const asserts = (node: TSESTree.CallExpression): boolean => {
  const { callee } = node;
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  return /^(assert|invariant|ok)$/.test(name);
};

/** What a reference to a variable does besides being read. */
export function roleOf(reference: Node, tree: Tree): Role {
  let child: Node = reference;
  for (let parent = tree.parentOf(child); parent; child = parent, parent = tree.parentOf(parent)) {
    if (parent.type === 'IfStatement' && parent.test === child) {
      if (parent.alternate || !leaves(parent.consequent)) return { kind: 'test' };
      const operands = operandsOf(parent.test);
      const operand = operands.find((one) => one.range[0] <= reference.range[0] && reference.range[1] <= one.range[1]);
      return operand ? { kind: 'guard', statement: span(parent), operand: span(operand), operands: operands.map(span) } : { kind: 'test' };
    }
    if (parent.type === 'ConditionalExpression' && parent.test === child) return { kind: 'test' };
    if (parent.type === 'CallExpression' && parent.arguments[0] === child && asserts(parent)) {
      const statement = tree.parentOf(parent);
      if (statement?.type === 'ExpressionStatement') return { kind: 'guard', statement: span(statement), operand: span(child), operands: [span(child)] };
    }
    const passes =
      parent.type === 'UnaryExpression' ||
      (parent.type === 'LogicalExpression' && isCondition(parent, tree)) ||
      (parent.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator)) ||
      parent.type === 'ChainExpression' ||
      (parent.type === 'MemberExpression' && parent.property.type === 'Identifier' && parent.property.name === 'length');
    if (!passes) return { kind: 'read' };
  }
  return { kind: 'read' };
}

/** True when a logical expression is (part of) a test, not a value with a fallback. */
function isCondition(node: Node, tree: Tree): boolean {
  const parent = tree.parentOf(node);
  if (parent?.type === 'LogicalExpression') return isCondition(parent, tree);
  if (parent?.type === 'UnaryExpression') return true;
  return (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') && parent.test === node;
}
