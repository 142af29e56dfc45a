import { l10n } from 'vscode';
import type { Engine } from '../engine/engine';
import type { Choice, Guidance, Iac } from '../guide/guidance';
import { changeHtml, goneChange } from '../guide/render-change';
import type { CodeChange } from '../guide/render-change';
import { renderDecision } from '../guide/render-decision';
import { governanceHtml } from '../guide/render-governance';
import { placesHtml } from '../guide/render-places';
import { renderHtml } from '../guide/render-html';
import type { GuidanceContext } from '../session/guidance-context';
import { doneOf } from '../session/progress';
import type { ProgressMemory } from './guidance-memory';
import type { GuidancePage } from './guidance-messages';
import { stateHtml } from './guidance-page';
import { gatheredFor } from './guidance-subject';
import type { GuidanceSubject, Known } from './guidance-subject';
import { say } from './render';

/** What pages of the guidance are made with. */
export interface Sources {
  readonly engine: Pick<Engine, 'explain' | 'hosts'>;
  /** Choices, answers and ticks of the person. */
  readonly progress: ProgressMemory;
  /** What the workspace adds; without it the guidance speaks of the service alone. */
  readonly context?: GuidanceContext;
}

/** A page, and the guidance on it: null where the page shows something else. */
interface Content {
  readonly page: GuidancePage;
  readonly guidance: Guidance | null;
}

interface Chosen {
  readonly host: string;
  readonly iac: Iac;
}

export const tools = (): (Choice & { readonly id: Iac })[] => [
  { id: 'cli', title: l10n.t('Azure CLI') },
  { id: 'bicep', title: 'Bicep' },
  { id: 'terraform', title: 'Terraform' },
];

/** Ids of the steps of a guidance that are ticked. */
export const doneIn = (progress: ProgressMemory, { service, steps }: Guidance): readonly string[] =>
  doneOf(steps, progress.get().services[service]?.done ?? []);

/** The page of what is known now. It never fails: an error is a page too. */
export function contentOf(sources: Sources, known: Known): Content {
  const { about } = known;
  const chosen = chosenIn(sources, known);
  const base = {
    type: 'show',
    subject: JSON.stringify([about?.service, about?.rule, about?.work !== undefined]),
    ...chosen,
  } as const;
  const name = about?.service ?? about?.rule;
  const toFindings = { id: 'findings', title: l10n.t('Show Findings') };
  if (about === undefined || name === undefined) {
    const text = l10n.t('The steps to replace its secret with a managed identity appear here.');
    return without({ ...base, state: 'empty', html: stateHtml(l10n.t('Select a finding'), text, toFindings) });
  }
  try {
    const guidance = explained(sources, known, name, about, chosen);
    if (guidance !== null)
      return { page: { ...base, state: 'guidance', html: htmlOf(sources, known, guidance) }, guidance };
  } catch {
    const text = l10n.t('The guidance could not be created.');
    const retry = { id: 'retry', title: l10n.t('Try Again') };
    return without({ ...base, state: 'error', html: stateHtml(l10n.t('Something went wrong'), text, retry) });
  }
  const text = l10n.t('There is no guidance for {0}.', name);
  return without({ ...base, state: 'error', html: stateHtml(l10n.t('No guidance'), text, toFindings) });
}

const without = (page: GuidancePage): Content => ({ page, guidance: null });

/** The body of a page with guidance. */
export function htmlOf(sources: Sources, known: Known, guidance: Guidance): string {
  const change = changeOf(sources, known);
  const places = gatheredFor(known)?.around?.places;
  return renderHtml(guidance, say, {
    done: doneIn(sources.progress, guidance),
    decision: decisionOn(sources, guidance).html,
    organisation: governanceHtml(say, { level: 3, buttons: true }),
    left: known.about?.work !== undefined,
    ...(places && { places: placesHtml(places, say) }),
    ...(change !== null && { change: changeHtml(change, say) }),
  });
}

/** The person's choice, else the host that the workspace speaks for. */
function chosenIn({ engine, progress }: Sources, { likely }: Known): Chosen {
  const { host, iac } = progress.get();
  const wanted = host ?? likely;
  return { host: engine.hosts.some(({ id }) => id === wanted) && wanted !== null ? wanted : 'app-service', iac };
}

const decisionOn = (
  { progress }: Sources,
  { support, host }: Pick<Guidance, 'support' | 'host'>,
): ReturnType<typeof renderDecision> => renderDecision(progress.get().answers, { support, host: host.id }, say);

/** The change as far as it is known: what was gathered for this subject, else its name. */
function changeOf({ context }: Sources, known: Known): CodeChange | null {
  const ref = known.about?.ref;
  if (ref === undefined || context === undefined) return null;
  const now = context.now(ref);
  const change = gatheredFor(known)?.change;
  return change === undefined ? now : (change ?? now ?? goneChange);
}

/** The guidance for the identity that the person's answers lead to. */
function explained(
  sources: Sources,
  known: Known,
  name: string,
  about: GuidanceSubject,
  { host, iac }: Chosen,
): Guidance | null {
  const { clues, around } = gatheredFor(known) ?? {};
  const options = {
    ...(around && { tracking: around.tracking }),
    translate: say,
    ...(about.rule !== undefined && { rule: about.rule }),
    ...(about.work !== undefined && { work: about.work }),
    ...(clues?.access !== undefined && { access: clues.access }),
    ...(clues !== undefined && { values: clues.values }),
  };
  const first = sources.engine.explain(name, host, iac, options);
  const identity = first && decisionOn(sources, first).identity;
  return identity ? sources.engine.explain(name, host, iac, { ...options, identity }) : first;
}
