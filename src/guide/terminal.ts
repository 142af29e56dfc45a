import { lineOf } from '../core/shell';
import type { Step, StepCode } from '../core/step';

type Shell = Extract<StepCode, { readonly language: 'shell' }>;

/** Commands are what a terminal can take; settings, templates and manifests are only copied. */
export const isCommand = (code: Step['code']): code is Shell => code?.language === 'shell';

/**
 * Commands as one line without a line break, since a line break would run them: several chained with `&&`, comments left
 * out, and so is what is there for another case.
 */
export function oneLine({ commands }: Shell): string {
  const other = commands.findIndex(({ instead }) => instead === true);
  return commands
    .slice(0, other < 0 ? undefined : other)
    .map((command) => lineOf(command).replace(/[\p{Cc}\u2028\u2029]+/gu, ' '))
    .join(' && ');
}
