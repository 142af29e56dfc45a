import { EventEmitter, workspace } from 'vscode';
import type { Disposable, Event, Uri } from 'vscode';
import { createEngine, createTools } from '../engine/engine';
import type { Engine } from '../engine/engine';
import { placeOf } from './documents';
import { workspaceFiles } from './workspace-files';

/** One engine for each folder of the workspace, and one for documents outside all of them. */
export interface Projects extends Disposable {
  readonly of: (uri: Uri) => Engine;
  /** What needs no folder: rules, services, guidance. */
  readonly any: Engine;
  /** A file was written, made or deleted: documents that were read together with it may be out of date. */
  readonly onDidChange: Event<Uri>;
}

export function createProjects(): Projects {
  const tools = createTools();
  const any = createEngine({ tools });
  const known = new Map<string, Engine>();
  const changed = new EventEmitter<Uri>();
  const state = { watcher: null as Disposable | null };
  const tell = (uri: Uri): void => {
    const { root, path } = placeOf(uri);
    if (root) known.get(root.toString())?.changed(path);
    changed.fire(uri);
  };
  /** Files are followed from the first scan on: before it there is nothing to be out of date. */
  const follow = (): void => {
    if (state.watcher) return;
    const watcher = workspace.createFileSystemWatcher('**/*');
    watcher.onDidChange(tell);
    watcher.onDidCreate(tell);
    watcher.onDidDelete(tell);
    state.watcher = watcher;
  };
  return {
    any,
    of(uri) {
      const { root } = placeOf(uri);
      if (!root) return any;
      follow();
      const engine = known.get(root.toString()) ?? createEngine({ files: workspaceFiles(root), tools });
      known.set(root.toString(), engine);
      return engine;
    },
    onDidChange: changed.event,
    dispose: () => {
      state.watcher?.dispose();
      changed.dispose();
    },
  };
}
