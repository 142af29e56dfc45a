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
  return {
    log,
    list(folder) {
      log.push(`list ${folder}`);
      if (files[folder] === null) return skip('denied');
      const prefix = folder === '' ? '' : `${folder}/`;
      const entries = new Map<string, Entry['kind']>();
      for (const [path, content] of Object.entries(files)) {
        if (!path.startsWith(prefix)) continue;
        const [name = '', ...below] = path.slice(prefix.length).split('/');
        const folderHere = below.length > 0 || content === null;
        entries.set(name, folderHere ? 'folder' : typeof content === 'symbol' ? 'link' : 'file');
      }
      if (entries.size === 0) return skip('missing');
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

export const link = Symbol('link');
