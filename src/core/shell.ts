import type { Message } from './message';
import type { Command, StepCode } from './step';

/** A command as one line of a shell, without its comment. */
export const lineOf = ({ env = [], program, args }: Command): string => [...env, program, ...args].join(' ');

/** Columns of a command in a text; a longer one goes on in the next line. */
const WIDTH = 120;

/** A command whose line would be long, broken between its words. An option and its value stay together. */
function wrapped(command: Command): string {
  const lines = [''];
  const words = [...(command.env ?? []), command.program, ...command.args];
  for (const [at, word] of words.entries()) {
    const line = lines.at(-1) ?? '';
    const value = words[at + 1]?.startsWith('-') === false && word.startsWith('--') ? (words[at + 1] ?? '') : '';
    const fits = line.length + 1 + word.length + (value === '' ? 0 : value.length + 1) <= WIDTH;
    const belongs = (words[at - 1] ?? '').startsWith('--');
    if (line === '') lines[lines.length - 1] = word;
    else if (fits || belongs) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines.join(' \\\n');
}

/** Commands as a text to read and to paste: each on a line of its own, its comment above it, long ones over several lines. */
export const shellText = (commands: readonly Command[], translate: (message: Message) => string): string =>
  commands
    .flatMap((command) => [
      ...(command.comment ? [`# ${translate(command.comment).replace(/[\r\n]+/g, ' ')}`] : []),
      wrapped(command),
    ])
    .join('\n');

/** The code of a step as text, to show and to copy. */
export const codeText = (code: StepCode, translate: (message: Message) => string): string =>
  code.language === 'shell' ? shellText(code.commands, translate) : code.text;
