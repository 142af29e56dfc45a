import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { UsageError } from './io';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a command's arguments; what does not fit is a usage error. */
export function parse<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof TypeError ? firstSentence(error.message) : 'the arguments could not be read');
  }
}

const firstSentence = (text: string): string => text.split(/[.\n]/, 1)[0] ?? text;

export const pathsOf = (positionals: readonly string[]): readonly string[] => {
  if (positionals.length === 0) throw new UsageError('PATH is missing');
  return positionals;
};

/** The value when it is one of `choices`. */
export function choose<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw new UsageError(`${option} must be ${choices.join(', ')}, not "${value}"`);
  return chosen;
}
