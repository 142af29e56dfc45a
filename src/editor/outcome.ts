import { env, l10n, window } from 'vscode';
import type { Planned, Refused } from '../session/planner';
import { apply, changedMeanwhile } from './apply';
import type { GuidanceSubject, GuidanceView } from './guidance-view';
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
  await view.show(subject, { reveal: false });
  const files = plan.changes.length;
  const done = files === 1 ? l10n.t('1 file changed.') : l10n.t('{files} files changed.', { files });
  const steps = plan.migration.steps.map((step, i) => `${String(i + 1)}. ${say(step)}`);
  if (steps.length === 0) offerGuidance(done, subject, view);
  else tellSteps(done, steps, subject, view);
}

/** A rewrite is a part of the work only: what is left to do is counted at once, and told in full to whoever asks. */
function tellSteps(done: string, steps: readonly string[], subject: GuidanceSubject, view: GuidanceView): void {
  const left =
    steps.length === 1
      ? l10n.t('1 step is left to do by hand.')
      : l10n.t('{steps} steps are left to do by hand.', { steps: steps.length });
  const [show, guidance, copy] = [l10n.t('Show Steps'), l10n.t('Show Guidance'), l10n.t('Copy')];
  const tell = async (): Promise<void> => {
    const chosen = await window.showInformationMessage(`${done} ${left}`, show, guidance);
    if (chosen === guidance) await view.show(subject);
    if (chosen !== show) return;
    const detail = steps.join('\n\n');
    const wanted = await window.showInformationMessage(l10n.t('Left to do by hand'), { modal: true, detail }, copy);
    if (wanted === copy) await env.clipboard.writeText(detail);
  };
  void tell();
}

/** Says something with a way to the guidance. Not awaited: what was to be done is done, whatever becomes of the message. */
export function offerGuidance(text: string, subject: GuidanceSubject, view: GuidanceView): void {
  const button = l10n.t('Show Guidance');
  void window
    .showInformationMessage(text, button)
    .then((chosen) => (chosen === button ? view.show(subject) : undefined));
}
