import { printable } from '../core/printable';
import type { Files } from '../core/files';
import type { Engine } from '../engine/engine';
import type { Guidance } from '../guide/guidance';

interface Sink {
  write(text: string): unknown;
}

/** What a run may touch besides the files: so that tests can capture it. */
export interface Io {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Absolute path. */
  readonly cwd: string;
  /** Whether standard output shows colours. */
  readonly color: boolean;
}

/** The engine as the command line sees it. */
export interface Tools {
  /** What needs no files: rules, services, guidance. */
  readonly engine: Engine;
  /** An engine over the files of one root folder. */
  readonly engineFor: (files: Files) => Engine;
  readonly renderMarkdown: (guidance: Guidance) => string;
}

/** Exit codes, stable: part of the contract. */
export const CLEAN = 0;
export const FOUND = 1;
export const TROUBLE = 2;

/** Something wrong with the arguments: said with the usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    /** Whether the usage helps: not for a mistyped name, which gets the nearest names. */
    readonly withUsage = true,
  ) {
    super(message);
  }
}

export const complain = (io: Io, message: string): void => {
  io.stderr.write(`secretless: ${printable(message)}\n`);
};

/** "1 file", "3 files". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
