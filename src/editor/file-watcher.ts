import { EventEmitter, workspace } from 'vscode';
import type { Disposable, Event, Uri } from 'vscode';

/** What happens to files, whoever does it. */
export interface FileWatcher extends Disposable {
  /** Begins to watch. Asked for as often as you like: before the first scan there is nothing to be out of date. */
  start(): void;
  /** A file was written or made. */
  readonly onDidChange: Event<Uri>;
  /** A file is gone, or a folder: of what was in it nothing is told. */
  readonly onDidDelete: Event<Uri>;
}

export function createFileWatcher(): FileWatcher {
  const changed = new EventEmitter<Uri>();
  const deleted = new EventEmitter<Uri>();
  const state = { watching: null as Disposable | null };
  return {
    onDidChange: changed.event,
    onDidDelete: deleted.event,
    start() {
      if (state.watching) return;
      const watcher = workspace.createFileSystemWatcher('**/*');
      watcher.onDidChange((uri) => {
        changed.fire(uri);
      });
      watcher.onDidCreate((uri) => {
        changed.fire(uri);
      });
      watcher.onDidDelete((uri) => {
        deleted.fire(uri);
      });
      state.watching = watcher;
    },
    dispose() {
      state.watching?.dispose();
      changed.dispose();
      deleted.dispose();
    },
  };
}
