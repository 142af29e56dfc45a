import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isInside } from './target';

/** Opening a named pipe waits for somebody at its other end, who may never come; on Windows there are none. */
const NO_WAIT = constants.O_NONBLOCK;
const NO_LINK = constants.O_NOFOLLOW;

/** The text of a file that the command line names: a baseline, a progress. Throws where it is no regular file. */
export function readOwn(path: string): string {
  const file = openSync(path, constants.O_RDONLY | NO_WAIT);
  try {
    if (!fstatSync(file).isFile()) throw new TypeError('not a regular file');
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Writes a file that the command line names. Throws where that would write somewhere else: through a link that the working
 * directory holds, to a pipe in it.
 */
export function writeOwn(cwd: string, name: string, text: string): void {
  const target = resolve(cwd, name);
  if (isInside(cwd, target)) {
    if (!isInside(realpathSync(cwd), realpathSync(dirname(target)))) throw new TypeError('a link leads out of here');
    if (lstatSync(target, { throwIfNoEntry: false })?.isFile() === false) throw new TypeError('not a regular file');
    const flag = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | NO_LINK;
    writeFileSync(target, text, { flag: flag as unknown as string });
  } else writeFileSync(target, text);
}
