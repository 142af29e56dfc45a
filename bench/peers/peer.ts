import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a tool reports of one place. Which of the last three is there depends on the tool. */
export interface Reported {
  /** Absolute. */
  readonly file: string;
  /** The tool's own name of the rule. */
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  /** The secret as the tool reports it. */
  readonly secret?: string;
  /** Its SHA-1, of tools that keep the value to themselves. */
  readonly sha1?: string;
  /** UTF-16 offsets. */
  readonly range?: readonly [start: number, end: number];
}

export interface Peer {
  readonly id: string;
  /** Names of its program. */
  readonly program: string;
  /** Prints its version. */
  readonly version: readonly string[];
  /** Kinds that a rule of this name stands for; rules without an entry name none. */
  readonly kinds: readonly (readonly [rule: RegExp, kind: RegExp])[];
  /** Grows slower with every file: many small files are given to it in several runs. */
  readonly batches?: boolean;
  /** Makes a run on everything below `folder` ready; what is returned is timed. `work` is an empty folder of its own. */
  prepare(program: string, folder: string, work: string): Run;
}

export interface Run {
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Reads what the run left after. */
  results(stdout: string): Reported[];
}

export interface Measured {
  readonly seconds: number;
  readonly reported: readonly Reported[];
  /** Why there is no result, or null. */
  readonly trouble: string | null;
}

/** Looks for a program in some folders, then in PATH. */
export function find(program: string, folders: readonly string[]): string | null {
  for (const folder of [...folders, ...(process.env['PATH'] ?? '').split(path.delimiter)]) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here.
    }
  }
  return null;
}

/** No scanner gets a network: a name space without one where the system has such, else only the tools' own switches. */
const offline: readonly string[] = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];

export const networkIsCut = offline.length > 0;

/** Runs a tool once. Exit codes other than 0 are results too: most tools report findings that way. */
export function execute(program: string, run: Run, cwd: string, seconds: number): Measured {
  const command = [...offline, program];
  const start = performance.now();
  const { error, signal, stdout, stderr } = spawnSync(command[0] ?? program, [...command.slice(1), ...run.arguments], {
    cwd,
    env: { ...process.env, ...run.environment },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: 1000 * seconds,
  });
  const taken = (performance.now() - start) / 1000;
  if (error ?? signal) return { seconds: taken, reported: [], trouble: `stopped after ${String(seconds)} s` };
  try {
    return { seconds: taken, reported: run.results(stdout), trouble: null };
  } catch {
    return {
      seconds: taken,
      reported: [],
      trouble: `unreadable: ${/error.{0,100}/i.exec(stderr)?.[0] ?? 'no message'}`,
    };
  }
}

/** What a program says of its version; of one built by `go install`, what the build recorded. */
export function versionOf(program: string, { version }: Peer): string {
  const said = spawnSync(program, version, { encoding: 'utf8' });
  const recorded = spawnSync('go', ['version', '-m', program], { encoding: 'utf8' });
  return (
    /\d+\.\d+[\w.]*/.exec(`${said.stdout}${said.stderr}`)?.[0] ??
    /\smod\s+\S+\s+v(\d[\w.]*)/.exec(recorded.stdout)?.[1] ??
    'of unknown version'
  );
}

/** JSON values one a line, other lines left out. */
export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as unknown);

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
