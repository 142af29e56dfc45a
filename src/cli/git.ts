import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseGitIndex } from '../project/git-index';
import type { RepositoryLook } from '../session/tracking';

/** The repository of a root folder: its index is read as it is, Git is not run. */
export function repositoryAt(root: string): RepositoryLook {
  const folder = gitFolder(join(root, '.git'));
  if (folder === null) return 'none';
  try {
    const index = parseGitIndex(readFileSync(join(folder, 'index')));
    return index ? { index, prefix: '' } : 'unknown';
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? { index: null, prefix: '' } : 'unknown';
  }
}

/** Where a repository keeps its index: of a worktree or a submodule, `.git` is a file that says it. */
function gitFolder(path: string): string | null {
  try {
    if (statSync(path).isDirectory()) return path;
    const [, folder] = /^gitdir:\s*(.+)$/m.exec(readFileSync(path, 'utf8')) ?? [];
    return folder === undefined ? null : resolve(path, '..', folder.trim());
  } catch {
    return null;
  }
}
