import { linesOf } from '../core/lines';
import { isTrouble } from '../core/skips';
import type { Engines } from './engines';
import type { Host, RootKey } from './host';
import { isInside } from './open-document';
import type { DocumentKey } from './open-document';
import { locate } from './store';
import type { Store } from './store';

/** Larger files are not code a person wrote: 4 MiB. */
const FILE_LIMIT = 4 * 1024 * 1024;

/** What became of a look at a file: `skipped` on purpose, `unread` because something is in the way. */
export type ReadResult = 'read' | 'skipped' | 'unread';

/** Files that nobody has open. What a scan of the workspace found in them stays true for as long as it is listed. */
export interface ClosedFiles {
  /** Reads and scans a file; what it finds goes into the store. Never rejects. */
  look(key: DocumentKey): Promise<ReadResult>;
  /** A file was closed, or what decides about findings has changed: looks again where something was found, else forgets. */
  reconsider(key: DocumentKey): Promise<void>;
  /** A file was written or made: looks again at it and at those whose secrets come from it. */
  changed(key: DocumentKey): Promise<void>;
  /** A file is gone, or a folder with all that was in it. */
  deleted(key: DocumentKey): Promise<void>;
}

export interface ClosedFilesOptions {
  readonly host: Pick<Host, 'placeOf' | 'filesOf' | 'optionsOf' | 'isExcluded' | 'isOpen' | 'failed'>;
  readonly engines: Pick<Engines, 'of'>;
  readonly store: Store;
}

interface Kept {
  readonly key: DocumentKey;
  readonly root: RootKey;
  /** Paths of other files of the same folder that the findings depend on. */
  readonly needs: ReadonlySet<string>;
}

export function createClosedFiles({ host, engines, store }: ClosedFilesOptions): ClosedFiles {
  /** Files with findings, which stay in the store while the files are closed. */
  const kept = new Map<DocumentKey, Kept>();
  /** How often each file was looked at: a look that a later one has overtaken says nothing. */
  const looks = new Map<DocumentKey, number>();

  const forget = (key: DocumentKey): void => {
    if (!host.isOpen(key)) store.delete(key);
  };

  const look = async (key: DocumentKey): Promise<ReadResult> => {
    const { root, path } = host.placeOf(key);
    if (root === null || host.isExcluded(key)) return 'skipped';
    const turn = (looks.get(key) ?? 0) + 1;
    looks.set(key, turn);
    const read = await host.filesOf(root).read(path, FILE_LIMIT);
    if (read.kind === 'skip' && (isTrouble(read.reason) || read.reason === 'missing')) {
      forget(key);
      return isTrouble(read.reason) ? 'unread' : 'skipped';
    }
    // A file that is no text has a path all the same.
    const file = read.kind === 'skip' ? { text: '' } : read;
    try {
      const result = await engines.of(key).scan({ path, text: file.text }, host.optionsOf(key));
      if (looks.get(key) !== turn) return 'read';
      const { findings: found, skipped, needs } = result;
      if (found.length > 0) kept.set(key, { key, root, needs: new Set(needs) });
      // An open document has its findings from its own scan.
      if (host.isOpen(key)) return 'read';
      if (found.length === 0) {
        store.delete(key);
        return 'read';
      }
      const lines = linesOf(file.text);
      const findings = locate(found, (offset) => lines.positionAt(offset));
      store.set({ key, version: null, findings, skipped, busy: false });
      return 'read';
    } catch (error) {
      host.failed(error);
      return 'unread';
    }
  };

  const lookAgain = async (key: DocumentKey): Promise<void> => {
    if (kept.has(key) && !host.isOpen(key)) await look(key);
  };

  const lookAtDependents = async (key: DocumentKey): Promise<void> => {
    const { root, path } = host.placeOf(key);
    const dependent = [...kept.values()].filter((one) => one.key !== key && one.root === root && one.needs.has(path));
    for (const one of dependent) await lookAgain(one.key);
  };

  return {
    look,
    async reconsider(key) {
      if (kept.has(key)) await lookAgain(key);
      else store.delete(key);
    },
    async changed(key) {
      await lookAgain(key);
      await lookAtDependents(key);
    },
    async deleted(key) {
      for (const one of [...kept.keys()]) {
        if (!isInside(one, key)) continue;
        kept.delete(one);
        forget(one);
      }
      await lookAtDependents(key);
    },
  };
}
