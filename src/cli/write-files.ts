import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  constants,
  linkSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from '../core/decode';
import type { FileText } from '../core/files';
import type { Change } from '../engine/overlay';
import { isRunning, LOCK, locked } from './lock';

/** Why a plan was not written, and because of which file. */
export interface WriteTrouble {
  readonly path: string;
  readonly reason: string;
  /** Files that hold their new text all the same: they could not be put back. */
  readonly left: readonly string[];
}

interface Prepared {
  readonly change: Change;
  readonly target: string;
  readonly temporary: string;
  /** What was there; null for a new file. */
  readonly old: Buffer | null;
}

/**
 * Writes all files of a plan, or none: each first to a temporary file beside it, then all are renamed. Mode, byte-order mark
 * and line ends stay. A file that changed since the plan read it stops the whole plan. Each file is at every moment the old
 * one or the new one as a whole. The file with the findings is the last: where the process is ended in between, the findings
 * are still there, and the next run makes the rest.
 * @throws nothing for what the file system does
 */
export function writeAll(root: string, changes: readonly Change[]): WriteTrouble | null {
  const [first] = changes;
  if (!first) return null;
  const trouble = locked(root, () => writeLocked(root, [...changes].reverse()));
  return trouble === 'busy'
    ? { path: first.path, reason: `is being written by another migration (if there is none, delete ${LOCK})`, left: [] }
    : trouble;
}

function writeLocked(root: string, changes: readonly Change[]): WriteTrouble | null {
  const prepared: Prepared[] = [];
  try {
    for (const folder of new Set(changes.map(({ path }) => dirname(join(root, path))))) removeAbandoned(folder);
    for (const change of changes) {
      const reason = prepare(root, change, prepared);
      if (reason !== null) return { path: change.path, reason, left: [] };
    }
    return moveAll(prepared);
  } finally {
    for (const { temporary } of prepared) attempt(() => rmSync(temporary, { force: true }));
  }
}

const TEMPORARY = /^\.secretless-(\d+)-[0-9a-f]{12}\.tmp$/;

const temporaryIn = (folder: string): string =>
  join(folder, `.secretless-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

/** Temporary files of a process that was ended. */
function removeAbandoned(folder: string): void {
  attempt(() => {
    for (const name of readdirSync(folder)) {
      const pid = TEMPORARY.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  });
}

function prepare(root: string, change: Change, prepared: Prepared[]): string | null {
  const target = join(root, change.path);
  const temporary = temporaryIn(dirname(target));
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

function moveAll(prepared: readonly Prepared[]): WriteTrouble | null {
  const done: Prepared[] = [];
  for (const file of prepared) {
    const reason = move(file);
    if (reason === null) done.push(file);
    else
      return {
        path: file.change.path,
        reason,
        left: done
          .reverse()
          .filter(isLeft)
          .map(({ change }) => change.path),
      };
  }
  return null;
}

/** Puts a new text into its place; why not, where that fails. */
function move({ temporary, target, old }: Prepared): string | null {
  try {
    if (old === null) makeNew(temporary, target);
    // Somebody else may have written it while the other files were prepared.
    else if (!readFileSync(target).equals(old)) return 'changed meanwhile';
    else renameSync(temporary, target);
    return null;
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return exists ? 'was made meanwhile' : old ? 'could not be written' : 'could not be made';
  }
}

/** Never over a file that is there by now, under the same name in other letters too, where the file system takes them for one. */
function makeNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    // File systems without links.
    copyFileSync(temporary, target, constants.COPYFILE_EXCL);
  }
}

/** Puts the old text back; true where that fails. */
function isLeft({ target, old }: Prepared): boolean {
  if (old === null) return !attempt(() => rmSync(target, { force: true }));
  const temporary = temporaryIn(dirname(target));
  const isBack = attempt(() => {
    const stat = statSync(target);
    writeFileSync(temporary, old, { flag: 'wx', mode: stat.mode & 0o777 });
    keepOwner(temporary, stat);
    renameSync(temporary, target);
  });
  if (isBack) return false;
  attempt(() => rmSync(temporary, { force: true }));
  return !attempt(() => writeFileSync(target, old));
}

/** True where it went well. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

const bytesOf = ({ text, bom }: FileText): Uint8Array => encode(text, bom);

/** The mode that the process's mask may have narrowed, and the owner where the process may set it. */
function keepOwner(path: string, { mode, uid, gid }: Stats): void {
  // Only an administrator may; the file then belongs to whoever runs this, as with any editor.
  attempt(() => chownSync(path, uid, gid));
  chmodSync(path, mode & 0o7777);
}
