// What the scripts share: where the project is, how a program is run, how a script ends.
import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const projectRoot = path.resolve(fileURLToPath(new URL('..', import.meta.url)));

/** Whether a module is the script that Node was started with, and not imported by another. */
export const isMain = (url) =>
  process.argv[1] !== undefined && url === pathToFileURL(realpathSync(process.argv[1])).href;

/** Something a person must do or mend first: its message says what, and no stack is shown. */
export class Advice extends Error {}

/** Ends a script: advice and build errors as they are, anything unexpected with its stack. */
export function reportAndExit(error) {
  const plain = error instanceof Advice || !(error instanceof Error) || 'errors' in error;
  console.error(plain ? String(error.message ?? error) : error.stack);
  process.exit(1);
}

/**
 * Runs a program and waits for its end.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, minutes?: number }} [options]
 *   `quiet`: keep the output back unless asked for. `minutes`: after that long the program and its children are killed.
 * @returns {Promise<{ code: number, output: string }>} `output` is what a quiet program wrote; 127 where it cannot be started.
 */
export function run(command, args, { cwd = projectRoot, env = process.env, quiet = false, minutes } = {}) {
  return new Promise((resolve) => {
    // Scripts on Windows, which only a shell can start.
    const shell = process.platform === 'win32' && ['npm', 'npx', 'code'].includes(command);
    const quoted = shell ? args.map((one) => (/\s/.test(one) ? `"${one}"` : one)) : args;
    const child = spawn(command, quoted, {
      cwd,
      env,
      shell,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that what a hanging program started ends with it.
      detached: minutes !== undefined && process.platform !== 'win32',
    });
    const stop = () => (process.platform === 'win32' ? child.kill() : process.kill(-child.pid, 'SIGKILL'));
    const interrupted = () => {
      stop();
      process.exit(130);
    };
    let limit;
    if (minutes !== undefined) {
      limit = setTimeout(() => {
        console.error(`still running after ${minutes} minutes: stopped`);
        stop();
      }, minutes * 60_000);
      process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    }
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve({ code: code ?? (signal ? 130 : 1), output });
    });
  });
}
