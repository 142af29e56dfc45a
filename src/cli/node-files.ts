import { isUtf8 } from 'node:buffer';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { decode, sniff, withoutBom } from '../core/decode';
import { folderOf } from '../core/document';
import { MAX_BYTES } from '../core/files';
import type { Entry, Files, FileText, Skip } from '../core/files';
import { isOutside } from '../core/paths';
import { skip, skipOf } from '../core/skips';
import { isInside } from './target';

/** Read in one go; most source files are smaller. */
const CHUNK = 256 * 1024;

/** The files under a folder of the disk, read synchronously: over twice as fast as asynchronous reads for a scan. */
export function nodeFiles(root: string): Files {
  const chunk = Buffer.allocUnsafe(CHUNK);
  const known = new Map<string, boolean>();
  /** False for a folder that a link leads out of the root with, so that nothing of it is read, and nothing written. */
  const isOwn = (folder: string): boolean => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const own = isBelow(root, join(root, folder));
    known.set(folder, own);
    return own;
  };
  return {
    list(folder) {
      if (isOutside(folder) || !isOwn(folder)) return skip('missing');
      try {
        const found = readdirSync(join(root, folder), { withFileTypes: true });
        return { kind: 'listing', entries: found.map((entry) => ({ name: entry.name, kind: entryKind(entry) })) };
      } catch (error) {
        return troubleOf(error);
      }
    },
    read(path, limit = MAX_BYTES) {
      if (isOutside(path) || !isOwn(folderOf(path))) return skip('missing');
      try {
        const file = readText(root, join(root, path), chunk, limit);
        return file.kind === 'skip' ? skipOf(path, file) : file;
      } catch (error) {
        return troubleOf(error);
      }
    },
    editable: (path) => isOwn(folderOf(path)) && isEditable(join(root, path)),
  };
}

/** Whether the real path of a file or folder is the root's or below it. Of what is not there nobody can tell: reading does. */
function isBelow(root: string, path: string): boolean {
  try {
    return isInside(realpathSync(root), realpathSync(path));
  } catch {
    return true;
  }
}

function readText(root: string, path: string, chunk: Buffer, limit: number): FileText | Skip {
  if (lstatSync(path).isSymbolicLink() && !isBelow(root, path)) return skip('missing');
  // Without O_NONBLOCK, opening a named pipe waits for a writer that may never come.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!fstatSync(file).isFile()) return skip('not-a-file');
    const length = fill(file, chunk, 0);
    if (length < chunk.length) return toText(chunk.subarray(0, length));
    const head = sniff(chunk);
    if (head) return head;
    const { size } = fstatSync(file);
    if (size > limit) return skip('too-large', { megabytes: Math.max(1, Math.round(limit / (1024 * 1024))) });
    const whole = Buffer.allocUnsafe(Math.max(size, length));
    chunk.copy(whole);
    return toText(whole.subarray(0, fill(file, whole, length)));
  } finally {
    closeSync(file);
  }
}

/** Fills a buffer from `at` on with what is there in the file; returns where the data ends, less when the file does. */
function fill(file: number, buffer: Buffer, at: number): number {
  let end = at;
  while (end < buffer.length) {
    const read = readSync(file, buffer, end, buffer.length - end, end);
    if (read === 0) break;
    end += read;
  }
  return end;
}

function toText(bytes: Buffer): FileText | Skip {
  // Zeros are valid UTF-8, too: only the other decoder knows UTF-16.
  const isPlain = bytes[0] !== 0 && bytes[1] !== 0 && isUtf8(bytes);
  return sniff(bytes) ?? (isPlain ? withoutBom(bytes.toString('utf8'), true) : decode(bytes));
}

function entryKind(entry: Dirent): Entry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** Asks for a write bit as well as for access: an administrator may write a read-only file, and should not by accident. */
function isEditable(path: string): boolean {
  try {
    if ((statSync(path).mode & 0o222) === 0) return false;
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the file system said, without its words: they hold absolute paths. */
export function troubleOf(error: unknown): Skip {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  if (code === 'ENOENT' || code === 'ENOTDIR') return skip('missing');
  if (code === 'EACCES' || code === 'EPERM') return skip('denied');
  if (code === 'EISDIR' || code === 'ENXIO') return skip('not-a-file');
  return skip('failed', { code });
}
