import { workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { Message } from '../core/message';
import type { ScanOptions } from '../engine/engine';
import type { Host } from '../session/host';
import { openDocumentAt, placeOf, uriAt, uriOf } from './documents';
import { isExcluded } from './settings';
import { isEditable, workspaceFiles } from './workspace-files';

interface HostOptions {
  readonly optionsOf: (uri: Uri) => ScanOptions;
  readonly followFiles: () => void;
  readonly inBackground: Host['inBackground'];
  readonly failed: (error: unknown) => Message;
}

/** VS Code as a session sees it. Documents and folders go by the texts of their addresses. */
export const createHost = ({ optionsOf, followFiles, inBackground, failed }: HostOptions): Host => ({
  roots: () => (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()),
  placeOf(key) {
    const { root, path } = placeOf(uriAt(key));
    return { root: root && root.toString(), path };
  },
  addressOf: (root, path) => uriOf(uriAt(root), path).toString(),
  filesOf: (root) => workspaceFiles(uriAt(root)),
  followFiles,
  inBackground,
  optionsOf: (key) => optionsOf(uriAt(key)),
  isExcluded: (key) => isExcluded(uriAt(key)),
  isOpen: (key) => openDocumentAt(key) !== undefined,
  open: (key) => workspace.openTextDocument(uriAt(key)).then(null, () => null),
  isEditable: (key) => isEditable(uriAt(key)),
  failed,
});
