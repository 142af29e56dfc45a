import { decode } from '../../src/core/decode';
import type { Entry, Files } from '../../src/core/files';
import { skip } from '../../src/core/skips';

export interface MemoryFiles extends Files {
  /** What was listed and read, in order: `list src`, `read src/a.ts`. */
  readonly log: string[];
}

/** Files that only exist in the test. A value of `null` is a folder that cannot be listed; `link` a symbolic link. */
export function memoryFiles(
  files: Readonly<Record<string, string | Uint8Array | null | symbol>>,
  readOnly: readonly string[] = [],
): MemoryFiles {
  const log: string[] = [];
  // A test may change its files as it goes, unless they are frozen.
  const frozen = Object.isFrozen(files) ? foldersOf(files) : null;
  return {
    log,
    list(folder) {
      log.push(`list ${folder}`);
      if (files[folder] === null) return skip('denied');
      const entries = (frozen ?? foldersOf(files)).get(folder);
      if (!entries) return skip('missing');
      return { kind: 'listing', entries: [...entries].map(([name, kind]) => ({ name, kind })) };
    },
    read(path, limit = Infinity) {
      log.push(`read ${path}`);
      const content = files[path];
      if (content === undefined || content === null || typeof content === 'symbol') return skip('missing');
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > limit ? skip('too-large', { megabytes: 1 }) : decode(bytes);
    },
    editable: (path) => !readOnly.includes(path),
  };
}

/** What is in each folder, in one look at all paths: a test may have 20,000 files. */
function foldersOf(files: Readonly<Record<string, unknown>>): ReadonlyMap<string, ReadonlyMap<string, Entry['kind']>> {
  const folders = new Map<string, Map<string, Entry['kind']>>();
  const put = (path: string, kind: Entry['kind']): void => {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, at));
    const entries = folders.get(folder) ?? new Map<string, Entry['kind']>();
    const isNew = entries.size === 0;
    entries.set(path.slice(at + 1), kind);
    folders.set(folder, entries);
    if (isNew && folder !== '') put(folder, 'folder');
  };
  for (const [path, content] of Object.entries(files))
    put(path, content === null ? 'folder' : typeof content === 'symbol' ? 'link' : 'file');
  return folders;
}

export const link = Symbol('link');
