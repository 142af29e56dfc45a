import type { SourceDocument } from '../core/document';
import type { ProjectFile } from '../core/files';
import type { Finding, FixKind } from '../core/finding';
import { remembered } from '../core/remember';
import type { Candidate } from '../detect/candidate';
import { accessIn, cluesIn } from '../guide/clues';
import { groupAt, groupOfCandidate } from '../migrate/analysis';
import type { Analysis } from '../migrate/analysis';
import { catalog } from '../migrate/catalog';
import type { Plan } from '../migrate/migration';
import { planIdentity } from '../migrate/plan-identity';
import { planFilled, planKept } from '../migrate/plan-kept';
import type { EndpointSettings, Planning } from '../migrate/planning';
import { refusal } from '../migrate/refusals';
import { settingsRead } from '../migrate/uses';
import type { UseGroup } from '../migrate/uses';
import type { Service } from '../services/service';
import type { Model } from '../project/model';
import type { Analyser } from './analyse';
import type { EndpointNames } from './endpoint-names';
import type { Analysed } from './look';
import type { ScanOptions } from './options';
import { surroundingsOf } from './surroundings';

/** What names a finding again: its rule and its place. */
export type FindingPlace = Pick<Finding, 'rule' | 'span'>;

/** What a plan of a document may look at: its analysis and the files around it. */
export interface Scene {
  readonly analysed: Analysed;
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same secrets is among `files`. */
  readonly complete: boolean;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
  readonly endpoints: EndpointSettings;
}

/** What all plans of one root share. */
export interface Workplace {
  readonly model: Model;
  readonly analyser: Analyser;
  readonly endpointNames: EndpointNames;
}

export const refused = (id: string): Plan => ({ kind: 'refusal', ...refusal(id) });

export const offers = ({ fixes }: Finding, fix: FixKind): boolean => fixes.some(({ kind }) => kind === fix);

/** Names of settings and of imported files whose readers a plan of a finding wants to see. */
export function namesOf(analysis: Analysis, { rule, span }: FindingPlace): readonly string[] {
  return rule.startsWith('infra/') ? [] : namesIn(analysis, [groupOf(analysis, span)]);
}

/** The same of several findings, some of which may be of one secret. */
export const namesIn = ({ file }: Analysis, groups: readonly (UseGroup | null)[]): readonly string[] => [
  ...new Set([...new Set(groups)].flatMap((group) => (group?.uses ?? []).flatMap((use) => settingsRead(use, file)))),
];

export function groupOf(analysis: Analysis, span: Finding['span']) {
  const candidate = candidateAt(analysis, span);
  return candidate ? groupOfCandidate(analysis, candidate) : groupAt(analysis, span);
}

export const candidateAt = ({ candidates }: Analysis, place: Finding['span']) =>
  candidatesByPlace(candidates).get(keyOf(place));

export const keyOf = ({ start, end }: Finding['span']): string => `${String(start)}-${String(end)}`;

const candidatesByPlace = remembered(
  (candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> =>
    // The first one counts.
    new Map(candidates.map((one) => [keyOf(one.span), one] as const).reverse()),
);

export async function sceneOf(
  { model, endpointNames }: Workplace,
  { path }: SourceDocument,
  analysed: Analysed,
  names: readonly string[],
): Promise<Scene> {
  const around = await surroundingsOf(model, path, analysed, names);
  const project = (await model.projectOf(path))?.id ?? '';
  return {
    analysed,
    ...around,
    endpoints: {
      readElsewhere: await readElsewhere(model, path, analysed.analysis),
      given: (service, from) => endpointNames.given(project, service, from),
      give: (service, from, name) => {
        endpointNames.give(project, service, from, name);
      },
    },
  };
}

/** The usual settings of endpoints that code in other files of the project reads already. */
async function readElsewhere(model: Model, path: string, { groups }: Analysis): Promise<ReadonlySet<string>> {
  const usual = new Set(groups.flatMap(({ uses }) => uses.flatMap(({ service }) => service.endpointSetting ?? [])));
  const read = new Set<string>();
  for (const name of usual) {
    const { readers } = await model.settingFacts(name, path);
    if (readers.some((one) => one.kind === 'code' && one.path !== path && one.nearness !== 'other')) read.add(name);
  }
  return read;
}

/** A look at a changed text, and the other files that were changed for it. */
export interface Look {
  readonly document: SourceDocument;
  readonly changed: readonly ProjectFile[];
  readonly analysis: Analysis;
}

/** A plan and what was looked at for it. Whoever asked for it releases the files of the looks. */
export interface Planned {
  readonly plan: Plan;
  readonly looks: readonly Look[];
}

export const released = (looks: readonly Look[]): void => {
  for (const { analysis } of looks) analysis.file.release();
};

/** Plans one finding of a text, and frees what was looked at: a plan is plain data, nothing of that is in it. */
export function planIn(...asked: Parameters<typeof plannedIn>): Plan {
  const { plan, looks } = plannedIn(...asked);
  released(looks);
  return plan;
}

export function plannedIn(
  scene: Scene,
  analyser: Analyser,
  document: SourceDocument,
  analysis: Analysis,
  { rule, span }: FindingPlace,
  fix: FixKind,
  options: ScanOptions,
): Planned {
  const looks: Look[] = [];
  const reanalyse: Planning['reanalyse'] = (text, changed = [], path = document.path) => {
    const after = { ...document, path, text };
    const look = analyser.reanalyse(scene.analysed, after, changed, options);
    looks.push({ document: after, changed, analysis: look });
    return look;
  };
  try {
    return { plan: planWith({ ...planningOf(scene, document, analysis, rule, options), reanalyse }, span, fix), looks };
  } catch (error) {
    released(looks);
    throw error;
  }
}

/** What a plan is made from, without the way to look at a changed text. */
export const planningOf = (
  { files, complete, locks, endpoints }: Scene,
  document: SourceDocument,
  analysis: Analysis,
  rule: string,
  options: ScanOptions,
): Omit<Planning, 'reanalyse'> => ({
  rule,
  path: document.path,
  analysis,
  files,
  complete,
  choice: options.credential ?? 'DefaultAzureCredential',
  locks,
  endpoints,
  access: (service) => accessIn(service, document.text),
  namesIn: (service, texts) => cluesIn(service, texts).values,
});

function planWith(planning: Planning, span: Finding['span'], fix: FixKind): Plan {
  const { analysis } = planning;
  const candidate = candidateAt(analysis, span);
  if (fix !== 'identity') {
    if (candidate) return planKept(candidate, fix, serviceOfKept(analysis, candidate), planning);
    const kept = fix === 'key-vault' ? groupAt(analysis, span) : null;
    return kept ? planFilled(kept, span, planning) : refused('file-changed');
  }
  const group = groupOf(analysis, span);
  if (group) return planIdentity(group, planning);
  return refused(candidate ? 'no-known-client' : 'file-changed');
}

/** The service whose client takes a hardcoded value; without one, that of its kind. */
export const serviceOfKept = (analysis: Analysis, candidate: Candidate): Service | null =>
  groupOfCandidate(analysis, candidate)?.uses[0]?.service ?? catalog.serviceOfKind(candidate.kind) ?? null;
