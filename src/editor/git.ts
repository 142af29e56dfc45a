import { FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { parseGitIndex } from '../project/git-index';
import type { RepositoryLook } from '../session/tracking';

/** Folders above the workspace folder that are looked at. */
const MOST = 40;

/** Only a file system of whole disks tells what is above its folders, and that there is no repository. */
const isDisk = ({ scheme }: Uri): boolean => scheme === 'file' || scheme === 'vscode-remote';

/** The repository that a workspace folder is in: its index is read as it is, Git is not run. */
export async function repositoryOf(root: Uri): Promise<RepositoryLook> {
  const git = await gitAbove(root);
  if (!git) return isDisk(root) ? 'none' : 'unknown';
  const prefix = root.path.slice(git.top.path.length).replace(/^\/|\/$/g, '');
  try {
    const index = parseGitIndex(await workspace.fs.readFile(Uri.joinPath(git.folder, 'index')));
    return index ? { index, prefix } : 'unknown';
  } catch (error) {
    return isMissing(error) ? { index: null, prefix } : 'unknown';
  }
}

/** Tells of every change of the index. */
export async function watchIndex(root: Uri, changed: () => void): Promise<Disposable | null> {
  const git = await gitAbove(root);
  if (!git) return null;
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(git.folder, 'index'));
  watcher.onDidChange(changed);
  watcher.onDidCreate(changed);
  return watcher;
}

interface Found {
  readonly top: Uri;
  readonly folder: Uri;
}

async function gitAbove(root: Uri): Promise<Found | null> {
  let top = root;
  for (let up = 0; up < MOST; up += 1) {
    const folder = await gitIn(top);
    if (folder) return { top, folder };
    const above = Uri.joinPath(top, '..');
    if (!isDisk(root) || above.path === top.path) return null;
    top = above;
  }
  return null;
}

/** Where a repository keeps its index: of a worktree or a submodule, `.git` is a file that says it. */
async function gitIn(top: Uri): Promise<Uri | null> {
  const git = Uri.joinPath(top, '.git');
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(git));
    const [, folder] = /^gitdir:\s*(.+)$/m.exec(text) ?? [];
    if (folder === undefined) return null;
    const path = folder.trim().replaceAll('\\', '/');
    return /^(?:\/|[A-Za-z]:)/.test(path)
      ? top.with({ path: path.replace(/^(?=[A-Za-z]:)/, '/') })
      : Uri.joinPath(top, path);
  } catch (error) {
    return isMissing(error) ? null : git;
  }
}

const isMissing = (error: unknown): boolean => error instanceof FileSystemError && error.code === 'FileNotFound';
