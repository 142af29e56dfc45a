import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { plainGuard } from '../base/plain';
import type { Role } from '../contract/declaration';
import type { Span } from '../../core/span';
import type { Node, Tree } from './tree';
import { unwrap } from './tree';

const span = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

const exits = (node: TSESTree.Expression): boolean => {
  const call = unwrap(node);
  return (
    call.type === AST_NODE_TYPES.CallExpression &&
    call.callee.type === AST_NODE_TYPES.MemberExpression &&
    call.callee.property.type === AST_NODE_TYPES.Identifier &&
    call.callee.property.name === 'exit'
  );
};

/** True when a branch does nothing but complain and leave. */
function leaves(node: TSESTree.Statement): boolean {
  if (node.type === AST_NODE_TYPES.BlockStatement) {
    const last = node.body.at(-1);
    return (
      last !== undefined &&
      leaves(last) &&
      node.body.slice(0, -1).every((statement) => statement.type === AST_NODE_TYPES.ExpressionStatement)
    );
  }
  return (
    node.type === AST_NODE_TYPES.ThrowStatement ||
    node.type === AST_NODE_TYPES.ReturnStatement ||
    (node.type === AST_NODE_TYPES.ExpressionStatement && exits(node.expression))
  );
}

/** `res.status(500).json(...)`: the request is answered. */
function answers(node: TSESTree.Expression): boolean {
  let at = unwrap(node);
  if (at.type !== AST_NODE_TYPES.CallExpression || at.callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const { property } = at.callee;
  if (property.type !== AST_NODE_TYPES.Identifier || !/^(?:json|send|end|sendStatus)$/.test(property.name))
    return false;
  while (at.type === AST_NODE_TYPES.CallExpression && at.callee.type === AST_NODE_TYPES.MemberExpression)
    at = unwrap(at.callee.object);
  return at.type === AST_NODE_TYPES.Identifier && /^(?:res|response|reply)$/.test(at.name);
}

/** True when a branch does nothing but complain, and the code goes on. */
function complains(node: TSESTree.Statement): boolean {
  if (node.type === AST_NODE_TYPES.BlockStatement) return node.body.length > 0 && node.body.every(complains);
  if (node.type !== AST_NODE_TYPES.ExpressionStatement) return false;
  if (answers(node.expression)) return true;
  const call = unwrap(node.expression);
  if (call.type !== AST_NODE_TYPES.CallExpression || call.callee.type !== AST_NODE_TYPES.MemberExpression) return false;
  const { object, property } = call.callee;
  const of = object.type === AST_NODE_TYPES.MemberExpression ? object.property : object;
  return (
    of.type === AST_NODE_TYPES.Identifier &&
    /^(?:console|log|logger|context)$/i.test(of.name) &&
    property.type === AST_NODE_TYPES.Identifier &&
    /^(?:log|warn|warning|error|info|debug|trace|fatal)$/.test(property.name)
  );
}

/** True where a branch of an `if` leaves: without an `else`, what comes next is the other way. */
const endsItsBlock = (node: TSESTree.Statement): boolean =>
  node.type === AST_NODE_TYPES.ReturnStatement ||
  node.type === AST_NODE_TYPES.ThrowStatement ||
  node.type === AST_NODE_TYPES.BreakStatement ||
  node.type === AST_NODE_TYPES.ContinueStatement ||
  (node.type === AST_NODE_TYPES.BlockStatement && node.body.some(endsItsBlock));

/** True for the other way of a condition where code does without the value: nothing, `undefined`, an exit. */
function doesWithout(node: Node | null): boolean {
  if (!node) return true;
  if (node.type === AST_NODE_TYPES.BlockStatement) {
    const last = node.body.at(-1);
    return !last || (doesWithout(last) && node.body.slice(0, -1).every(complains));
  }
  if (node.type === AST_NODE_TYPES.ThrowStatement || complains(node as TSESTree.Statement)) return true;
  if (node.type === AST_NODE_TYPES.ReturnStatement) return !node.argument || isNothing(node.argument);
  return isNothing(node);
}

const isNothing = (node: Node): boolean =>
  (node.type === AST_NODE_TYPES.Literal && node.value === null) ||
  (node.type === AST_NODE_TYPES.Identifier && node.name === 'undefined');

/** `conn.includes("x")`, `conn.indexOf("x") === -1`: the value is not taken apart, only looked at. */
const LOOKS = /^(?:includes|indexOf|startsWith|endsWith|match|search)$/;

const operandsOf = (test: TSESTree.Expression): TSESTree.Expression[] =>
  test.type === AST_NODE_TYPES.LogicalExpression && test.operator === '||'
    ? [...operandsOf(test.left), ...operandsOf(test.right)]
    : [test];

const asserts = (node: TSESTree.CallExpression): boolean => {
  const { callee } = node;
  const name =
    callee.type === AST_NODE_TYPES.Identifier
      ? callee.name
      : callee.type === AST_NODE_TYPES.MemberExpression && callee.property.type === AST_NODE_TYPES.Identifier
        ? callee.property.name
        : '';
  return /^(assert|invariant|ok)$/.test(name);
};

/** What a reference to a variable does besides being read. */
export function roleOf(reference: Node, tree: Tree): Role {
  let child: Node = reference;
  let form = false;
  for (let parent = tree.parentOf(child); parent; child = parent, parent = tree.parentOf(parent)) {
    if (parent.type === AST_NODE_TYPES.IfStatement && parent.test === child) {
      if (parent.alternate || !(leaves(parent.consequent) || complains(parent.consequent)))
        return !form &&
          (parent.alternate
            ? doesWithout(parent.alternate) || doesWithout(parent.consequent)
            : !endsItsBlock(parent.consequent))
          ? { kind: 'asked' }
          : { kind: 'test' };
      const operands = operandsOf(parent.test);
      const operand = operands.find((one) => one.range[0] <= reference.range[0] && reference.range[1] <= one.range[1]);
      return operand
        ? {
            ...plainGuard,
            statement: span(parent),
            operand: span(operand),
            operands: operands.map(span),
            form,
          }
        : { kind: 'test' };
    }
    if (parent.type === AST_NODE_TYPES.ConditionalExpression && parent.test === child)
      return !form && (doesWithout(parent.alternate) || doesWithout(parent.consequent))
        ? { kind: 'asked' }
        : { kind: 'test' };
    if (parent.type === AST_NODE_TYPES.CallExpression && parent.arguments[0] === child && asserts(parent)) {
      const statement = tree.parentOf(parent);
      if (statement?.type === AST_NODE_TYPES.ExpressionStatement)
        return { ...plainGuard, statement: span(statement), operand: span(child), operands: [span(child)] };
    }
    if (looks(parent, child) || measures(parent, tree) || isTried(parent, child)) {
      form = true;
      continue;
    }
    const passes =
      parent.type === AST_NODE_TYPES.UnaryExpression ||
      (parent.type === AST_NODE_TYPES.LogicalExpression && isCondition(parent, tree)) ||
      (parent.type === AST_NODE_TYPES.BinaryExpression &&
        (/^[!=]==?$/.test(parent.operator) || (form && /^[<>]=?$/.test(parent.operator)))) ||
      parent.type === AST_NODE_TYPES.ChainExpression ||
      (parent.type === AST_NODE_TYPES.MemberExpression &&
        parent.property.type === AST_NODE_TYPES.Identifier &&
        parent.property.name === 'length');
    if (!passes) return { kind: 'read' };
  }
  return { kind: 'read' };
}

/** The member or the call of `conn.includes("x")` around the name or the member. */
const looks = (parent: Node, child: Node): boolean =>
  (parent.type === AST_NODE_TYPES.MemberExpression &&
    parent.object === child &&
    parent.property.type === AST_NODE_TYPES.Identifier &&
    LOOKS.test(parent.property.name)) ||
  (parent.type === AST_NODE_TYPES.CallExpression &&
    parent.callee === child &&
    child.type === AST_NODE_TYPES.MemberExpression &&
    child.property.type === AST_NODE_TYPES.Identifier &&
    LOOKS.test(child.property.name) &&
    parent.arguments.every(({ type }) => type === AST_NODE_TYPES.Literal));

/** `/AccountKey=/.test(conn)` */
const isTried = (parent: Node, child: Node): boolean =>
  parent.type === AST_NODE_TYPES.CallExpression &&
  parent.arguments[0] === child &&
  parent.callee.type === AST_NODE_TYPES.MemberExpression &&
  parent.callee.object.type === AST_NODE_TYPES.Literal &&
  parent.callee.property.type === AST_NODE_TYPES.Identifier &&
  parent.callee.property.name === 'test';

/** `conn.length < 10`: no other value has to be as long. */
function measures(node: Node, tree: Tree): boolean {
  const parent = tree.parentOf(node);
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.property.type === AST_NODE_TYPES.Identifier &&
    node.property.name === 'length' &&
    parent?.type === AST_NODE_TYPES.BinaryExpression &&
    /^[<>]=?$/.test(parent.operator)
  );
}

/** True when a logical expression is (part of) a test, not a value with a fallback. */
function isCondition(node: Node, tree: Tree): boolean {
  const parent = tree.parentOf(node);
  if (parent?.type === AST_NODE_TYPES.LogicalExpression) return isCondition(parent, tree);
  if (parent?.type === AST_NODE_TYPES.UnaryExpression) return true;
  return (
    (parent?.type === AST_NODE_TYPES.IfStatement || parent?.type === AST_NODE_TYPES.ConditionalExpression) &&
    parent.test === node
  );
}
