import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Names } from './names';
import { moduleOf } from './tree';
import type { Node, Tree } from './tree';

/** What a file imports or loads, by its specifiers. */
export function packagesOf(tree: Tree, names: Names): ReadonlySet<string> {
  const loading = [
    ...tree.sites.filter(({ type }) => type === AST_NODE_TYPES.CallExpression),
    ...tree.loads,
    ...tree.ast.body.flatMap((one) => (one.type === AST_NODE_TYPES.TSImportEqualsDeclaration ? [one.id] : [])),
  ];
  return new Set([
    ...tree.ast.body.flatMap((one) => (one.type === AST_NODE_TYPES.ImportDeclaration ? [moduleOf(one.source)] : [])),
    ...loading.flatMap((node: Node) => names.entityOf(node)?.module ?? []),
  ]);
}

/** Settings that a build writes into the code of a page. */
const IN_PAGE = /\bimport\.meta\.env\b|\bprocess\.env\.(NEXT_PUBLIC|REACT_APP|VITE)_/;

/** True for code that runs in a browser. */
export function isClientSide(text: string, tree: Tree, { globals }: Names): boolean {
  const [first] = tree.ast.body;
  if (first?.type === AST_NODE_TYPES.ExpressionStatement && first.directive === 'use client') return true;
  return ['document', 'window', 'localStorage'].some((name) => globals.has(name)) || IN_PAGE.test(text);
}
