import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

export type Node = TSESTree.Node;

/** Parents and the nodes the scan starts from, gathered in one walk. */
export interface Tree {
  readonly ast: TSESTree.Program;
  parentOf(node: Node): Node | null;
  readonly sites: readonly (TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AssignmentExpression)[];
  /** Where a setting may be read: members, calls, destructuring declarators. */
  readonly readers: readonly Node[];
  readonly lists: readonly TSESTree.ArrayExpression[];
  /** Modules that are loaded when they are needed: `import("a")`. */
  readonly loads: readonly TSESTree.ImportExpression[];
  /** Every `await`, that of `for await` included. */
  readonly awaits: readonly Node[];
  /** Every identifier in the file. */
  readonly names: ReadonlySet<string>;
}

/** The module that an import names; empty while it names none: the tolerant parser takes any expression there. */
export const moduleOf = (source: TSESTree.Expression): string =>
  source.type === AST_NODE_TYPES.Literal && typeof source.value === 'string' ? source.value : '';

type Child = Node | null | undefined;

export function treeOf(ast: TSESTree.Program): Tree {
  const sites: (TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.AssignmentExpression)[] = [];
  const readers: Node[] = [];
  const awaits: Node[] = [];
  const lists: TSESTree.ArrayExpression[] = [];
  const loads: TSESTree.ImportExpression[] = [];
  const names = new Set<string>();
  const open: Node[] = [ast];
  for (let node = open.pop(); node; node = open.pop()) {
    if (
      node.type === AST_NODE_TYPES.CallExpression ||
      node.type === AST_NODE_TYPES.NewExpression ||
      node.type === AST_NODE_TYPES.AssignmentExpression
    )
      sites.push(node);
    else if (node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.JSXIdentifier)
      names.add(node.name);
    else if (node.type === AST_NODE_TYPES.ArrayExpression) lists.push(node);
    else if (node.type === AST_NODE_TYPES.ImportExpression) loads.push(node);
    if (node.type === AST_NODE_TYPES.AwaitExpression || (node.type === AST_NODE_TYPES.ForOfStatement && node.await))
      awaits.push(node);
    if (
      node.type === AST_NODE_TYPES.MemberExpression ||
      node.type === AST_NODE_TYPES.CallExpression ||
      node.type === AST_NODE_TYPES.VariableDeclarator
    )
      readers.push(node);
    const keys = visitorKeys[node.type] ?? [];
    // No arrays of one, no iterators: this loop sees every node of the file.
    for (let k = 0; k < keys.length; k++) {
      const value = (node as unknown as Record<string, Child | readonly Child[]>)[keys[k] ?? ''];
      if (!value) continue;
      if (!Array.isArray(value)) {
        (value as Node).parent = node;
        open.push(value as Node);
        continue;
      }
      for (let c = 0; c < value.length; c++) {
        const child = value[c] as Child;
        if (!child) continue;
        child.parent = node;
        open.push(child);
      }
    }
  }
  sites.sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  return { ast, parentOf: (node) => node.parent ?? null, sites, readers, lists, loads, awaits, names };
}

/** The ancestors of a node, nearest first. */
export function* ancestors(tree: Tree, node: Node): Generator<Node> {
  for (let at = tree.parentOf(node); at; at = tree.parentOf(at)) yield at;
}

export const isFunction = (node: Node): node is TSESTree.FunctionLike =>
  node.type === AST_NODE_TYPES.FunctionDeclaration ||
  node.type === AST_NODE_TYPES.FunctionExpression ||
  node.type === AST_NODE_TYPES.ArrowFunctionExpression;

export const isStatement = (node: Node): boolean =>
  /(Statement|Declaration)$/.test(node.type) &&
  node.type !== AST_NODE_TYPES.TSTypeParameterDeclaration &&
  node.type !== AST_NODE_TYPES.BlockStatement;

/** The value that is only made a text: `String(x)`, `${x}` alone in a template, `x.trim()`, `x.toString()`. */
function textOf(node: Node): Node | null {
  if (node.type === AST_NODE_TYPES.TemplateLiteral) {
    const [only, ...others] = node.expressions;
    return only && others.length === 0 && node.quasis.every(({ value }) => value.raw === '') ? only : null;
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return null;
  const { callee, arguments: args } = node;
  const [only] = args;
  if (callee.type === AST_NODE_TYPES.Identifier)
    return callee.name === 'String' && only && args.length === 1 && only.type !== AST_NODE_TYPES.SpreadElement
      ? only
      : null;
  const isPlain =
    callee.type === AST_NODE_TYPES.MemberExpression &&
    !callee.computed &&
    callee.property.type === AST_NODE_TYPES.Identifier &&
    /^(?:trim|toString)$/.test(callee.property.name);
  return isPlain && args.length === 0 ? callee.object : null;
}

/** Removes what does not change a value: casts, `!`, `await`, optional chains, parentheses (ESTree has none). */
export function unwrap(node: Node): Node {
  for (;;) {
    switch (node.type) {
      case AST_NODE_TYPES.TSAsExpression:
      case AST_NODE_TYPES.TSSatisfiesExpression:
      case AST_NODE_TYPES.TSTypeAssertion:
      case AST_NODE_TYPES.TSNonNullExpression:
      case AST_NODE_TYPES.ChainExpression:
        node = node.expression;
        break;
      case AST_NODE_TYPES.AwaitExpression:
        node = node.argument;
        break;
      default: {
        const text = textOf(node);
        if (!text) return node;
        node = text;
      }
    }
  }
}
