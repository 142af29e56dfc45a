import { createClosedFiles } from './closed-files';
import { createEngines } from './engines';
import type { Engines } from './engines';
import type { Host } from './host';
import { createIndexing } from './indexing';
import { createLive } from './live';
import type { Live } from './live';
import { isInside } from './open-document';
import type { DocumentKey } from './open-document';
import { createPlanner } from './planner';
import type { Planner } from './planner';
import { createStore } from './store';
import type { Store } from './store';
import { scanWorkspace } from './workspace-scan';
import type { ScanOutcome, ScanRun } from './workspace-scan';

/** Milliseconds without a keystroke before new findings are shown. */
const PAUSE = 250;

/**
 * What every face of an editor shares: findings that follow the open documents, plans against the texts as they are, a scan
 * of everything. A face tells it what happens to documents and files, and shows what the store holds.
 */
export interface Session {
  readonly store: Store;
  readonly engines: Engines;
  /** To be told what is opened, typed into and closed. */
  readonly live: Live;
  readonly planner: Planner;
  /** Looks at every file of the workspace. */
  scanWorkspace(run?: ScanRun): Promise<ScanOutcome>;
  /** A file was written or made. */
  fileChanged(key: DocumentKey): void;
  /** A file is gone, or a folder with all that was in it. */
  fileDeleted(key: DocumentKey): void;
  /** A document was closed, or what decides about its findings has changed while it is closed. */
  reconsiderClosed(key: DocumentKey): void;
  /** Nothing is to be known of a document any more: the settings leave it out. */
  forget(key: DocumentKey): void;
  /** The same for a file that was deleted or renamed in the editor, or a folder with all that was in it. */
  forgetInside(key: DocumentKey): void;
  dispose(): void;
}

export function createSession(host: Host, { pause = PAUSE }: { readonly pause?: number } = {}): Session {
  const store = createStore();
  const engines = createEngines(host);
  const live = createLive({ host, engines, store, pause, onAzure: createIndexing({ host, engines }) });
  const planner = createPlanner({ host, engines, store, live });
  const closed = createClosedFiles({ host, engines, store });

  const forget = (key: DocumentKey): void => {
    live.closed(key);
    store.delete(key);
  };

  return {
    store,
    engines,
    live,
    planner,
    scanWorkspace(run) {
      // What is listed stays true only if changes are told.
      host.followFiles();
      return scanWorkspace({ host, closed }, run);
    },
    fileChanged(key) {
      engines.fileChanged(key);
      live.touched(key);
      void closed.changed(key);
    },
    fileDeleted(key) {
      engines.fileChanged(key);
      live.touched(key);
      void closed.deleted(key);
    },
    reconsiderClosed: (key) => void closed.reconsider(key),
    forget,
    forgetInside(key) {
      const known = [...store.all()].map((entry) => entry.key);
      for (const one of known) if (isInside(one, key)) forget(one);
    },
    dispose() {
      live.dispose();
    },
  };
}
