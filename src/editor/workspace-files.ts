import { FilePermission, FileSystemError, FileType, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { decode } from '../core/decode';
import { MAX_BYTES } from '../core/files';
import type { Entry, Files, Skip } from '../core/files';
import { isOutside } from '../core/paths';
import { skip, skipOf } from '../core/skips';
import { openDocumentAt, uriOf } from './documents';

/**
 * The files below a root, through VS Code: local, remote and virtual alike. The text of an open document goes before the
 * text on disk, unsaved changes included.
 */
export function workspaceFiles(root: Uri): Files {
  return {
    async list(folder) {
      if (isOutside(folder)) return skip('missing');
      try {
        const listing = await workspace.fs.readDirectory(uriOf(root, folder));
        return { kind: 'listing', entries: listing.map(([name, type]) => ({ name, kind: entryKind(type) })) };
      } catch (error) {
        return trouble(error);
      }
    },
    async read(path, limit = MAX_BYTES) {
      if (isOutside(path)) return skip('missing');
      const uri = uriOf(root, path);
      const open = openDocumentAt(uri.toString());
      if (open) return { kind: 'text', text: open.getText(), bom: false, exact: true };
      try {
        const { size, type } = await workspace.fs.stat(uri);
        if (!(type & FileType.File)) return skip('not-a-file');
        if (size > limit) return skip('too-large', { megabytes: Math.round(limit / 1024 / 1024) });
        const file = decode(await workspace.fs.readFile(uri));
        return file.kind === 'skip' ? skipOf(path, file) : file;
      } catch (error) {
        return trouble(error);
      }
    },
    editable: (path) => (isOutside(path) ? false : isEditable(uriOf(root, path))),
  };
}

/** Whether a document can be written. One that was never saved can. */
export async function isEditable(uri: Uri): Promise<boolean> {
  if (uri.scheme === 'untitled') return true;
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return false;
  try {
    return (await workspace.fs.stat(uri)).permissions !== FilePermission.Readonly;
  } catch {
    return false;
  }
}

function entryKind(type: FileType): Entry['kind'] {
  if (type & FileType.SymbolicLink) return 'link';
  if (type & FileType.Directory) return 'folder';
  return type & FileType.File ? 'file' : 'other';
}

/** The file system's error as a skip. Its message is not passed on: it may quote addresses and more. */
function trouble(error: unknown): Skip {
  const code = error instanceof FileSystemError ? error.code : 'Unknown';
  if (code === 'FileNotFound') return skip('missing');
  if (code === 'NoPermissions') return skip('denied');
  if (code === 'FileIsADirectory' || code === 'FileNotADirectory') return skip('not-a-file');
  return skip('failed', { code });
}
