import { l10n, window } from 'vscode';
import type { Planned, Refused } from '../session/planner';
import { apply, changedMeanwhile } from './apply';
import type { GuidanceSubject } from './guidance-subject';
import type { GuidanceView } from './guidance-view';
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
export async function carryOut(
  plan: Planned | Refused,
  subject: GuidanceSubject,
  view: Pick<GuidanceView, 'show'>,
): Promise<void> {
  if (plan.kind === 'planned' && !(await apply(plan.changes))) void window.showWarningMessage(changedMeanwhile());
  else await afterFix({ plan, subject, verify: null }, view);
}

/** The visible end of every fix: what was done and what is left to do, or why nothing was done. */
export async function afterFix({ plan, subject, verify }: Outcome, view: Pick<GuidanceView, 'show'>): Promise<void> {
  if (plan.kind === 'refused') {
    offerGuidance(say(plan.message), subject, view);
    return;
  }
  if (verify && !(await verify())) {
    void window.showWarningMessage(changedMeanwhile());
    return;
  }
  const { steps, work } = plan.migration;
  const left = steps.length === 0 ? subject : { ...subject, work };
  await view.show(left, { reveal: false });
  const files = plan.changes.length;
  const done = files === 1 ? l10n.t('1 file changed.') : l10n.t('{files} files changed.', { files });
  if (steps.length === 0) offerGuidance(done, subject, view);
  else tellSteps(done, steps.length, left, view);
}

/** A rewrite is a part of the work only: what is left to do is counted, and is in the side bar. */
function tellSteps(done: string, count: number, subject: GuidanceSubject, view: Pick<GuidanceView, 'show'>): void {
  const left =
    count === 1
      ? l10n.t('1 step is left to do by hand.')
      : l10n.t('{steps} steps are left to do by hand.', { steps: count });
  const show = l10n.t('Show Steps');
  void window
    .showInformationMessage(`${done} ${left}`, show)
    .then((chosen) => (chosen === show ? view.show(subject) : undefined));
}

/** Says something with a way to the guidance. Not awaited: what was to be done is done, whatever becomes of the message. */
export function offerGuidance(text: string, subject: GuidanceSubject, view: Pick<GuidanceView, 'show'>): void {
  const button = l10n.t('Show Guidance');
  void window
    .showInformationMessage(text, button)
    .then((chosen) => (chosen === button ? view.show(subject) : undefined));
}
