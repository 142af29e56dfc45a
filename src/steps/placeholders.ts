import type { StepCode } from '../core/step';

/** A stretch of a command: plain text, or a place the person fills in. */
export interface Piece {
  readonly text: string;
  readonly place: boolean;
}

const place = /<([a-z][a-z0-9-]*)>/g;

/** Cuts a command at its placeholders (`<resource-group>`). The pieces joined give the command again. */
export function pieces(code: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of code.matchAll(place)) {
    if (match.index > at) found.push({ text: code.slice(at, match.index), place: false });
    found.push({ text: match[0], place: true });
    at = match.index + match[0].length;
  }
  if (at < code.length) found.push({ text: code.slice(at), place: false });
  return found;
}

/** The names of the placeholders in a command, each once, in order. */
export const placeholders = (code: string): string[] => [
  ...new Set([...code.matchAll(place)].map((match) => match[1] ?? '')),
];

/** Values become part of commands that people paste: nothing a shell, Bicep or Terraform would read as syntax. */
const harmless = /^[\w.:/@-]{1,200}$/;

/** True for a value that may be in a command or template as it is. */
export const isHarmless = (value: string): boolean => harmless.test(value);

/** Fills placeholders with what the workspace knows (`{ account: 'contoso' }`). Unknown or unsafe ones stay. */
export function fill(code: string, values: Readonly<Record<string, string | undefined>>): string {
  return code.replace(place, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value !== undefined && harmless.test(value) ? value : whole;
  });
}

/** The same for all words of commands, or for a text. */
export function filledCode(code: StepCode, values: Readonly<Record<string, string | undefined>>): StepCode {
  if (code.language !== 'shell') return { ...code, text: fill(code.text, values) };
  return {
    ...code,
    commands: code.commands.map((command) => ({
      ...command,
      ...(command.env && { env: command.env.map((word) => fill(word, values)) }),
      args: command.args.map((word) => fill(word, values)),
    })),
  };
}
