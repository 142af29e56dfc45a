import { ancestors } from '../core/paths';
import { folderOf } from '../core/document';

/** The index of a Git repository: which files it tracks. */
export interface GitIndex {
  readonly files: ReadonlySet<string>;
  /** Paths of what has an index of its own, or was left out of this one: nothing is known of the files below. */
  readonly others: ReadonlySet<string>;
}

/** Bytes of a hash: SHA-1, and SHA-256 in repositories that ask for it. */
const HASHES = [20, 32] as const;

/** Before the hash of an entry: times, device, inode, mode, owner, size. */
const STAT = 40;

const TREE = 0o04;
const COMMIT = 0o16;

/** Reads a `.git/index` of version 2, 3 or 4; null where the bytes are none. Nothing is run, nothing is looked up. */
export function parseGitIndex(bytes: Uint8Array): GitIndex | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || new TextDecoder().decode(bytes.subarray(0, 4)) !== 'DIRC') return null;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return null;
  for (const hash of HASHES) {
    const read = entriesIn(bytes, view, version, hash);
    if (read) return read;
  }
  return null;
}

function entriesIn(bytes: Uint8Array, view: DataView, version: number, hash: number): GitIndex | null {
  const [files, others] = [new Set<string>(), new Set<string>()];
  const decoder = new TextDecoder();
  let [at, previous] = [12, new Uint8Array(0)];
  for (let left = view.getUint32(8); left > 0; left -= 1) {
    const start = at;
    if (start + STAT + hash + 2 > bytes.length) return null;
    const type = view.getUint32(start + 24) >>> 12;
    const flags = view.getUint16(start + STAT + hash);
    at = start + STAT + hash + (version > 2 && (flags & 0x4000) !== 0 ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const strip = offsetAt(bytes, at);
      at = strip.next;
      kept = previous.length - strip.value;
    }
    const end = bytes.indexOf(0, at);
    if (end < 0 || kept < 0) return null;
    const name = new Uint8Array(kept + end - at);
    name.set(previous.subarray(0, kept));
    name.set(bytes.subarray(at, end), kept);
    const length = flags & 0xfff;
    // The wrong size of a hash shows here.
    if (length !== Math.min(name.length, 0xfff) || name.length === 0) return null;
    previous = name;
    const path = decoder.decode(name);
    if (type === TREE || type === COMMIT) others.add(path.replace(/\/$/, ''));
    else files.add(path);
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
  }
  return { files, others };
}

/** A number of variable width, as Git writes the length of what a name does not share with the one before. */
function offsetAt(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } {
  let at = from;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes[at++] ?? 0;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return { value, next: at };
}

/** Whether a path of the repository is tracked; null where the index does not say. */
export function isTracked({ files, others }: GitIndex, path: string): boolean | null {
  if (files.has(path)) return true;
  return ancestors(folderOf(path)).some((folder) => folder !== '' && others.has(folder)) ? null : false;
}
