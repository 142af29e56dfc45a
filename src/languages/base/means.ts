import type { CodeFile } from '../contract/file';

/** Key credentials are one class that every SDK exports again. */
const SHARED = /Credential$/;

/** Whether a node may mean an export, in languages whose names tell the package. */
export const meansBy =
  (entityOf: CodeFile['entityOf']): CodeFile['means'] =>
  (node, wanted) => {
    const entity = entityOf(node);
    const path = wanted.path.join('.');
    if (!entity || entity.path.join('.') !== path) return false;
    return entity.module === wanted.module || (SHARED.test(path) && entity.distribution !== '');
  };
