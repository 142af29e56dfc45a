import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/**
 * Does some work while no other process does such work in the same folder. The lock of a process that was ended counts for
 * nothing. Where no lock can be made, as in a folder that cannot be written itself, the work is done without.
 */
export function locked<T>(folder: string, work: () => T): T | 'busy' {
  const file = join(folder, LOCK);
  const state = take(file);
  if (state === 'busy') return 'busy';
  try {
    return work();
  } finally {
    if (state === 'taken') {
      try {
        rmSync(file, { force: true });
      } catch {
        // The next one sees that its process has ended.
      }
    }
  }
}

/** Two attempts: the second after the lock of a process that has ended is out of the way. */
function take(file: string): 'taken' | 'busy' | 'without' {
  for (let left = 2; left > 0; left--) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return 'taken';
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return 'without';
    }
    if (isHeld(file)) return 'busy';
    try {
      rmSync(file, { force: true });
    } catch {
      return 'without';
    }
  }
  return 'busy';
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
