import { Uri, workspace } from 'vscode';
import { baseName, folderOf } from '../core/document';

/** Schemes of documents a person writes, besides those of the workspace's own folders. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell']);

/** Whether documents at this address are looked at: not output, settings, git's old versions or our own previews. */
export const isWatched = (uri: Uri): boolean =>
  SCHEMES.has(uri.scheme) || (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === uri.scheme);

/** Where a file stands: `path` is relative to `root`, with `/`. */
export interface Place {
  /** The workspace folder; for a lone file its own folder; null for a document that is not a file. */
  readonly root: Uri | null;
  readonly path: string;
}

export function placeOf(uri: Uri): Place {
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder) {
    const root = folder.uri.path.replace(/\/$/, '');
    return { root: folder.uri, path: uri.path.slice(root.length + 1) };
  }
  if (uri.scheme === 'untitled') return { root: null, path: baseName(uri.path) };
  return { root: uri.with({ path: folderOf(uri.path) || '/', fragment: '', query: '' }), path: baseName(uri.path) };
}

/** The address of a path below a root. */
export const uriOf = (root: Uri, path: string): Uri => (path === '' ? root : Uri.joinPath(root, ...path.split('/')));
