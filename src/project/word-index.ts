import type { Files } from '../core/files';
import type { Tree } from './tree';
import { createWordScanner, filterTest } from './words';
import type { WordFilter } from './words';
import type { Work } from './work';

/** How far an index has come: files read of those there are. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Which files may hold which words. Texts are not kept. */
export interface WordIndex {
  /** Reads what is new or has changed. */
  refresh(work: Work, onProgress?: (progress: IndexProgress) => void): Promise<void>;
  /** The paths of the files that may hold all words of one of the names, in order. */
  candidates(names: readonly string[]): readonly string[];
  changed(path: string): void;
  /** Files that are there and could not be read. */
  readonly unread: ReadonlySet<string>;
  /** Bytes that the filters take. */
  readonly bytes: number;
}

/** Texts larger than `bytes` are not code a person wrote: they are left out. */
export function createWordIndex(files: Files, tree: Tree, bytes: number): WordIndex {
  const filters = new Map<string, WordFilter>();
  const unread = new Set<string>();
  const { filterOf } = createWordScanner();
  /** Of the tree, when all of it was read. */
  let version = -1;
  let stale = true;

  const read = async (path: string): Promise<void> => {
    const file = await files.read(path, bytes);
    unread.delete(path);
    if (file.kind === 'text') {
      filters.set(path, filterOf(file.text));
      return;
    }
    // Nothing in it can be found; the empty filter keeps it from being read over and over.
    filters.set(path, NOTHING);
    if (file.reason === 'denied' || file.reason === 'failed' || file.reason === 'utf-16') unread.add(path);
  };

  return {
    unread,
    get bytes() {
      return [...filters.values()].reduce((sum, filter) => sum + filter.byteLength, 0);
    },
    async refresh(work, onProgress) {
      if (version === tree.version && !stale) return;
      stale = true;
      for (const path of filters.keys()) {
        if (tree.paths.has(path)) continue;
        filters.delete(path);
        unread.delete(path);
      }
      const wanted = [...tree.paths].filter((path) => !filters.has(path));
      const total = tree.paths.size;
      let done = total - wanted.length;
      for (const path of wanted) {
        const pause = work.pause();
        if (pause) {
          onProgress?.({ done, total });
          await pause;
        }
        await read(path);
        done++;
      }
      onProgress?.({ done, total });
      version = tree.version;
      stale = false;
    },
    candidates(names) {
      const test = filterTest(names);
      const found: string[] = [];
      for (const [path, filter] of filters) if (test(filter)) found.push(path);
      return found.sort();
    },
    changed(path) {
      if (filters.delete(path)) stale = true;
    },
  };
}

/** Holds no word at all, not even by chance. */
const NOTHING: WordFilter = new Uint32Array(1);
