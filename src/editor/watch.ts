import { Disposable, window, workspace } from 'vscode';
import type { Event, TextDocument, Uri } from 'vscode';
import { keyOf } from '../session/open-document';
import type { DocumentKey } from '../session/open-document';
import type { Session } from '../session/session';
import { isWatched, openDocumentAt, uriAt } from './documents';
import type { FileWatcher } from './file-watcher';
import { isExcluded, SECTION } from './settings';

/** Tells the session what VS Code opens, changes, closes, renames and deletes, and what happens to files on disk. */
export function watchDocuments(session: Session, files: FileWatcher, policiesChanged: Event<void>): Disposable {
  const { live, store } = session;

  const scannable = (document: TextDocument): boolean =>
    isWatched(document.uri) && !document.isClosed && !isExcluded(document.uri);

  const open = (document: TextDocument): void => {
    if (scannable(document)) live.opened(document);
  };
  const openAll = (): void => {
    // What a person sees comes first.
    const visible = new Set(window.visibleTextEditors.map(({ document }) => document));
    for (const document of visible) open(document);
    for (const document of workspace.textDocuments) if (!visible.has(document)) open(document);
  };

  /** What decides about findings has changed. */
  const reconsider = ({ key }: { readonly key: DocumentKey }): void => {
    const document = openDocumentAt(key);
    if (document && scannable(document)) return;
    if (document || isExcluded(uriAt(key))) session.forget(key);
    else session.reconsiderClosed(key);
  };
  const reconsiderAll = (): void => {
    store.all().forEach(reconsider);
    openAll();
  };

  const gone = (uri: Uri): void => {
    session.forgetInside(uri.toString());
  };
  const first = setTimeout(openAll, 0);
  return Disposable.from(
    { dispose: () => clearTimeout(first) },
    workspace.onDidOpenTextDocument(open),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) live.changed(document, contentChanges);
    }),
    workspace.onDidCloseTextDocument((document) => {
      live.closed(keyOf(document));
      session.reconsiderClosed(keyOf(document));
    }),
    workspace.onDidDeleteFiles((event) => event.files.forEach(gone)),
    workspace.onDidRenameFiles((event) => event.files.forEach(({ oldUri }) => gone(oldUri))),
    files.onDidChange((uri) => {
      session.fileChanged(uri.toString());
    }),
    files.onDidDelete((uri) => {
      session.fileDeleted(uri.toString());
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) reconsiderAll();
    }),
    policiesChanged(reconsiderAll),
  );
}
