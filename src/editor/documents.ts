import { Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { baseName, folderOf } from '../core/document';
import type { DocumentKey } from '../session/open-document';

/** Schemes of documents a person writes, besides those of the workspace's own folders. */
const SCHEMES = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-notebook-cell']);

/** Whether documents at this address are looked at: not output, settings, git's old versions or our own previews. */
export const isWatched = (uri: Uri): boolean =>
  SCHEMES.has(uri.scheme) || (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === uri.scheme);

/** Where a document is: `path` is relative to `root`, with `/`. */
export interface DocumentPlace {
  readonly root: Uri | null;
  readonly path: string;
}

/** The workspace folder of a document; no root outside all of them, where nothing but the document itself is ever edited. */
export function placeOf(uri: Uri): DocumentPlace {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return { root: null, path: baseName(uri.path) };
  const root = folder.uri.path.replace(/\/$/, '');
  return { root: folder.uri, path: uri.path.slice(root.length + 1) };
}

/** The folder whose own files decide about a document: its workspace folder, or a lone file's own; none for what is no file. */
export function homeOf(uri: Uri): DocumentPlace {
  const place = placeOf(uri);
  if (place.root || uri.scheme === 'untitled') return place;
  return { ...place, root: uri.with({ path: folderOf(uri.path) || '/', fragment: '', query: '' }) };
}

/** The address of a path below a root. */
export const uriOf = (root: Uri, path: string): Uri => (path === '' ? root : Uri.joinPath(root, ...path.split('/')));

/** The address that a session calls by its text. */
export const uriAt = (key: DocumentKey): Uri => Uri.parse(key);

/** VS Code's own document of an address, if it is open. */
export const openDocumentAt = (key: DocumentKey): TextDocument | undefined =>
  workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === key);
