import { l10n, window } from 'vscode';
import { apply, changedMeanwhile } from './apply';
import type { GuidanceSubject, GuidanceView } from './guidance-view';
import type { Planned, Refused } from './plan';
import { say } from './render';

/** What became of a wish for a fix. Kept in the extension host, never serialised. */
export interface Outcome {
  readonly plan: Planned | Refused;
  /** What the guidance explains. */
  readonly subject: GuidanceSubject;
  /** Where VS Code made the edit itself: whether it came out as planned. */
  readonly verify: (() => Promise<boolean>) | null;
}

/** Carries out a plan that a command asked for, and shows the outcome. */
export async function carryOut(plan: Planned | Refused, subject: GuidanceSubject, view: GuidanceView): Promise<void> {
  if (plan.kind === 'planned' && !(await apply(plan.changes))) void window.showWarningMessage(changedMeanwhile());
  else await afterFix({ plan, subject, verify: null }, view);
}

/** The visible end of every fix: what was done and what is left to do, or why nothing was done. */
export async function afterFix({ plan, subject, verify }: Outcome, view: GuidanceView): Promise<void> {
  if (plan.kind === 'refused') {
    offerGuidance(say(plan.message), subject, view);
    return;
  }
  if (verify && !(await verify())) {
    void window.showWarningMessage(changedMeanwhile());
    return;
  }
  const { steps } = plan.migration;
  await view.show(subject, { reveal: false });
  const files = plan.changes.length;
  const done = files === 1 ? l10n.t('1 file changed.') : l10n.t('{files} files changed.', { files });
  const left = steps.map((step, i) => `(${i + 1}) ${say(step)}`).join(' ');
  offerGuidance(steps.length === 0 ? done : l10n.t('{done} Left to do: {steps}', { done, steps: left }), subject, view);
}

/** Says something with a way to the guidance. Not awaited: what was to be done is done, whatever becomes of the message. */
export function offerGuidance(text: string, subject: GuidanceSubject, view: GuidanceView): void {
  const button = l10n.t('Show Guidance');
  void window
    .showInformationMessage(text, button)
    .then((chosen) => (chosen === button ? view.show(subject) : undefined));
}
