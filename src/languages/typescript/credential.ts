import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { TSESTree } from '@typescript-eslint/types';
import type { Names } from './names';
import type { Node, Tree } from './tree';
import { unwrap } from './tree';

export const IDENTITY = '@azure/identity';

/** Credentials that hold a secret themselves: no reason to speak of a dual path. */
const WITH_SECRET = /^(ClientSecret|UsernamePassword|OnBehalfOf)/;

export function isTokenCredential(node: Node, names: Names): boolean {
  const call = unwrap(node);
  if (call.type !== AST_NODE_TYPES.NewExpression) return false;
  const entity = names.entityOf(call.callee);
  const name = entity?.path.at(-1) ?? '';
  return entity?.module === IDENTITY && name.endsWith('Credential') && !WITH_SECRET.test(name);
}

/** The names of constants at the top of a file that hold a token credential. */
export const credentialNames = (tree: Tree, names: Names): readonly TSESTree.Identifier[] =>
  tree.ast.body
    .map((statement): Node =>
      statement.type === AST_NODE_TYPES.ExportNamedDeclaration && statement.declaration
        ? statement.declaration
        : statement,
    )
    .flatMap((one) => (one.type === AST_NODE_TYPES.VariableDeclaration && one.kind === 'const' ? one.declarations : []))
    .flatMap(({ id, init }) =>
      init && id.type === AST_NODE_TYPES.Identifier && isTokenCredential(init, names) ? [id] : [],
    );
