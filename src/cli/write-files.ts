import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from '../core/decode';
import type { FileText } from '../core/files';
import type { Change } from './overlay';

/** Why nothing was written, and because of which file. */
interface WriteTrouble {
  readonly path: string;
  readonly reason: string;
}

interface Prepared {
  readonly change: Change;
  readonly target: string;
  readonly temporary: string;
  /** What stood there; null for a new file. */
  readonly old: Buffer | null;
}

/**
 * Writes all files of a plan, or none: each first to a temporary file beside it, then all are renamed. Mode, byte-order mark
 * and line ends stay. A file that changed since the plan read it stops the whole plan.
 */
export function writeAll(root: string, changes: readonly Change[]): WriteTrouble | null {
  const prepared: Prepared[] = [];
  try {
    for (const change of changes) {
      const trouble = prepare(root, change, prepared);
      if (trouble !== null) return { path: change.path, reason: trouble };
    }
    return renameAll(prepared);
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

function prepare(root: string, change: Change, prepared: Prepared[]): string | null {
  const target = join(root, change.path);
  const temporary = join(dirname(target), `.secretless-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const stat = change.before ? statSync(target) : null;
    const old = change.before ? readFileSync(target) : null;
    if (old && change.before && !old.equals(bytesOf(change.before))) return 'changed meanwhile';
    prepared.push({ change, target, temporary, old });
    writeFileSync(temporary, bytesOf(change.after), { flag: 'wx', mode: stat ? stat.mode & 0o777 : 0o644 });
    if (stat) keepOwner(temporary, stat);
    return null;
  } catch {
    return change.before ? 'could not be written' : 'could not be made';
  }
}

function renameAll(prepared: readonly Prepared[]): WriteTrouble | null {
  const done: Prepared[] = [];
  for (const file of prepared) {
    try {
      renameSync(file.temporary, file.target);
      done.push(file);
    } catch {
      for (const { target, old } of done) {
        if (old) writeFileSync(target, old);
        else rmSync(target, { force: true });
      }
      return { path: file.change.path, reason: 'could not be written' };
    }
  }
  return null;
}

const bytesOf = ({ text, bom }: FileText): Uint8Array => encode(text, bom);

/** The mode that the process's mask may have narrowed, and the owner where the process may set it. */
function keepOwner(path: string, { mode, uid, gid }: Stats): void {
  try {
    chownSync(path, uid, gid);
  } catch {
    // Only an administrator may; the file then belongs to whoever runs this, as with any editor.
  }
  chmodSync(path, mode & 0o7777);
}
