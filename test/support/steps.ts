import { english } from '../../src/core/message';
import { codeText } from '../../src/core/shell';
import type { Step, StepCode } from '../../src/core/step';

/** The code of a step as it is copied; empty without. */
export const codeOf = (step: { readonly code?: StepCode | null } | undefined): string =>
  step?.code ? codeText(step.code, english) : '';

/** What a person reads of a step: its title, its sentences, its code. */
export const stepText = (step: Step): string =>
  [english(step.title), ...step.text.map(english), codeOf(step)].filter((part) => part !== '').join(' ');

export const stepTexts = (steps: readonly Step[]): string[] => steps.map(stepText);
