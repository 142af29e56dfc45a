import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Holds the id of the process that writes below the folder. */
export const LOCK = '.secretless.lock';

/** Milliseconds in which a lock gets its content. */
const MOMENT = 5000;

/** True for a process that runs, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Milliseconds that somebody else's writing is waited for: a plan is written in far less. */
const PATIENCE = 1000;

/** Milliseconds between two looks at a lock. */
const STRIDE = 10;

/**
 * Does some work while no other process does such work in the same folder; a moment is waited for the other one. The lock of a
 * process that was ended counts for nothing. Where no lock can be made, as in a folder that cannot be written itself, the work is
 * done without.
 */
export function locked<T>(folder: string, work: () => T): T | 'busy' {
  const file = join(folder, LOCK);
  const state = taken(file);
  if (state === 'busy') return 'busy';
  try {
    return work();
  } finally {
    if (state === 'taken') remove(file);
  }
}

type Taken = 'taken' | 'busy' | 'without';

/** Blocks the process: nothing else is done while files are written. */
function taken(file: string): Taken {
  const until = Date.now() + PATIENCE;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    const state = take(file);
    if (state !== 'busy' || Date.now() >= until) return state;
    Atomics.wait(sleeper, 0, 0, STRIDE);
  }
}

/** Two attempts: the second after the lock of a process that has ended is out of the way. */
function take(file: string): Taken {
  for (let left = 2; left > 0; left--) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return 'taken';
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return 'without';
    }
    if (isHeld(file)) return 'busy';
    const cleared = clear(file);
    if (cleared !== 'clear') return cleared;
  }
  return 'busy';
}

/**
 * Takes an abandoned lock away. Two processes may see the same one: the slower of them would delete the lock that the faster has
 * made meanwhile. So it is renamed first, which only one of them can do to one file, and looked at once more.
 */
function clear(file: string): 'clear' | 'busy' | 'without' {
  const aside = `${file}-${String(process.pid)}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    // The other one was faster.
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'clear' : 'without';
  }
  if (!isHeld(aside)) {
    remove(aside);
    return 'clear';
  }
  // It was the new one: back with it.
  try {
    renameSync(aside, file);
  } catch {
    remove(aside);
  }
  return 'busy';
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The next one sees that its process has ended.
  }
}

function isHeld(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8').slice(0, 20));
    // An empty one was made this moment, or by a process that was ended in the same one.
    return Number.isInteger(pid) && pid > 0 ? isRunning(pid) : Date.now() - statSync(file).mtimeMs < MOMENT;
  } catch {
    return false;
  }
}
