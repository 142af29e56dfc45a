import { EventEmitter, workspace } from 'vscode';
import type { Disposable, Event, Uri } from 'vscode';
import type { Engine } from '../engine/engine';
import { createSurroundings } from '../engine/around';
import type { Surroundings } from '../engine/around';
import { placeOf } from './documents';
import { workspaceFiles } from './workspace-files';

/** The files that scans read besides the document, by root folder. */
export interface Projects extends Disposable {
  readonly of: (uri: Uri) => Surroundings | null;
  /** A file was written, made or deleted: documents that were read together with it may be out of date. */
  readonly onDidChange: Event<Uri>;
}

export function createProjects(engine: Pick<Engine, 'scan' | 'importsOf'>): Projects {
  const known = new Map<string, Surroundings>();
  const changed = new EventEmitter<Uri>();
  const state = { watcher: null as Disposable | null };
  const tell = (uri: Uri): void => {
    const { root, path } = placeOf(uri);
    if (root) known.get(root.toString())?.forget(path);
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
    of(uri) {
      const { root } = placeOf(uri);
      if (!root) return null;
      follow();
      const surroundings = known.get(root.toString()) ?? createSurroundings(engine, workspaceFiles(root));
      known.set(root.toString(), surroundings);
      return surroundings;
    },
    onDidChange: changed.event,
    dispose: () => {
      state.watcher?.dispose();
      changed.dispose();
    },
  };
}
