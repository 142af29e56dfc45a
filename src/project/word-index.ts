import type { Files } from '../core/files';
import type { Tree } from './tree';
import { createWordScanner, filterTest } from './words';
import type { WordFilter } from './words';
import type { Task } from './task';

/** How far an index has come: files read of those there are. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Which files may hold which words. Texts are not kept. */
export interface WordIndex {
  /** Reads what is new or has changed. */
  refresh(work: Task, onProgress?: (progress: IndexProgress) => void): Promise<void>;
  /** The paths of the files that may hold all words of one of the names, in order. */
  candidates(names: readonly string[]): readonly string[];
  /** A path has come or gone; null: any number of them. */
  touched(path: string | null): void;
  /** The text of a file may be another one. */
  changed(path: string): void;
  /** Files that are there and could not be read. */
  readonly unread: ReadonlySet<string>;
  /** What is known of a file's words; undefined where it has not been read, or has changed since. */
  filterOf(path: string): WordFilter | undefined;
  /** Bytes that the filters take. */
  readonly bytes: number;
}

/**
 * Texts larger than `bytes` are not code a person wrote: they are left out.
 * @param known what another index of the same files has read already
 */
export function createWordIndex(
  files: Files,
  tree: Pick<Tree, 'paths'>,
  bytes: number,
  known: (path: string) => WordFilter | undefined = () => undefined,
): WordIndex {
  const filters = new Map<string, WordFilter>();
  const unread = new Set<string>();
  /** Paths to look at; all of them, at first and after a walk. */
  const waiting = new Set<string>();
  /** Paths that `known` is out of date for. */
  const own = new Set<string>();
  let all = true;
  const { filterOf } = createWordScanner();

  const forget = (path: string): void => {
    filters.delete(path);
    unread.delete(path);
  };
  let reading: string | null = null;
  const read = async (path: string): Promise<void> => {
    const before = own.has(path) ? undefined : known(path);
    if (before) {
      filters.set(path, before);
      return;
    }
    reading = path;
    const file = await files.read(path, bytes);
    reading = null;
    // It has changed in the meantime, and is read once more.
    if (waiting.has(path)) return;
    unread.delete(path);
    if (file.kind === 'text') {
      filters.set(path, filterOf(file.text));
      return;
    }
    // Nothing in it can be found; the empty filter keeps it from being read over and over.
    filters.set(path, NOTHING);
    if (file.reason === 'denied' || file.reason === 'failed') unread.add(path);
  };
  /** After a walk: what is gone is forgotten, what is new waits. */
  const compare = (): void => {
    for (const path of filters.keys()) if (!tree.paths.has(path)) forget(path);
    for (const path of tree.paths) if (!filters.has(path)) waiting.add(path);
    all = false;
  };

  return {
    unread,
    filterOf: (path) => filters.get(path),
    get bytes() {
      return [...filters.values()].reduce((sum, filter) => sum + filter.byteLength, 0);
    },
    async refresh(work, onProgress) {
      if (all) compare();
      const report = (): void => onProgress?.({ done: tree.paths.size - waiting.size, total: tree.paths.size });
      for (const path of waiting) {
        const pause = work.pause();
        if (pause) {
          report();
          await pause;
        }
        waiting.delete(path);
        if (!tree.paths.has(path)) forget(path);
        else if (!filters.has(path)) await read(path);
      }
      report();
    },
    candidates(names) {
      const test = filterTest(names);
      const found: string[] = [];
      for (const [path, filter] of filters) if (test(filter)) found.push(path);
      return found.sort();
    },
    touched(path) {
      if (path === null) all = true;
      else waiting.add(path);
    },
    changed(path) {
      own.add(path);
      if (filters.delete(path) || reading === path) waiting.add(path);
    },
  };
}

/** Holds no word at all, not even by chance. */
const NOTHING: WordFilter = new Uint32Array(1);
