import { Disposable, window, workspace } from 'vscode';
import type { Event, TextDocument, Uri } from 'vscode';
import { isWatched } from './documents';
import type { Live } from './live';
import { isExcluded, SECTION } from './settings';
import type { Store } from './store';

/** Keeps `live` and the store in step with what VS Code opens, changes, closes, renames and deletes. */
export function watchDocuments(
  live: Live,
  store: Store,
  policiesChanged: Event<void>,
  rescanFile: (uri: Uri) => void,
): Disposable {
  const scannable = (document: TextDocument): boolean =>
    isWatched(document.uri) && !document.isClosed && !isExcluded(document.uri);

  const open = (document: TextDocument): void => {
    if (scannable(document)) live.opened(document);
  };
  const forget = (uri: Uri): void => {
    live.closed(uri);
    store.delete(uri);
  };
  const openAll = (): void => {
    // What a person sees comes first.
    const visible = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of visible) open(document);
    for (const document of workspace.textDocuments) if (!visible.has(document)) open(document);
  };
  /** Files that a rename or a deletion took away, those inside a folder included. */
  const gone = (uri: Uri): void => {
    const inside = `${uri.toString().replace(/\/$/, '')}/`;
    for (const entry of store.all()) {
      const key = entry.uri.toString();
      if (key === uri.toString() || key.startsWith(inside)) forget(entry.uri);
    }
  };

  /** What decides about findings has changed. */
  const reconsider = (): void => {
    for (const { uri } of store.all()) {
      const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
      if (document && scannable(document)) continue;
      if (document || isExcluded(uri)) forget(uri);
      else rescanFile(uri);
    }
    openAll();
  };

  const first = setTimeout(openAll, 0);
  return Disposable.from(
    { dispose: () => clearTimeout(first) },
    workspace.onDidOpenTextDocument(open),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) live.changed(document, contentChanges);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      live.closed(uri);
      rescanFile(uri);
    }),
    workspace.onDidDeleteFiles(({ files }) => files.forEach(gone)),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => gone(oldUri))),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) reconsider();
    }),
    policiesChanged(reconsider),
  );
}
