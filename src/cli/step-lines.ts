import { english } from '../core/message';
import { lineOf } from '../core/shell';
import type { Step, StepCode } from '../core/step';

/** Each command on a line of its own, to be copied as it is; what is said about it is above it. */
const codeLines = (code: StepCode): string[] =>
  code.language === 'shell'
    ? code.commands.flatMap((command) => [
        ...(command.comment ? [`# ${english(command.comment)}`] : []),
        lineOf(command),
      ])
    : code.text.split('\n');

/** A step as lines of a terminal: its number and title, what is to be known, and what is to be run or pasted. */
export function stepLines({ title, text, code }: Step, at: number): string[] {
  return [
    `${at + 1}. ${english(title)}`,
    ...(text.length > 0 ? [`   ${text.map(english).join(' ')}`] : []),
    ...(code === null ? [] : codeLines(code).map((line) => `     ${line}`.trimEnd())),
  ];
}
