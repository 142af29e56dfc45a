import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { Names } from './names';
import type { Node } from './tree';
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
