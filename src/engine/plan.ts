import type { SourceDocument } from '../core/document';
import { editedOrNull } from '../core/edit';
import type { ProjectFile } from '../core/files';
import type { Finding, FixKind } from '../core/finding';
import { Redacted } from '../core/redacted';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { remembered } from '../core/remember';
import type { Candidate } from '../detect/candidate';
import { accessIn, cluesIn } from '../guide/clues';
import { groupAt, groupOfCandidate } from '../migrate/analysis';
import type { Analysis } from '../migrate/analysis';
import { catalog } from '../migrate/catalog';
import { editsBetween } from '../core/edits-between';
import { combine } from '../migrate/combine';
import type { Migration, Plan, PlannedEdit } from '../migrate/migration';
import { planIdentity } from '../migrate/plan-identity';
import { planFilled, planKept } from '../migrate/plan-kept';
import type { EndpointSettings, Planning } from '../migrate/planning';
import { refusal } from '../migrate/refusals';
import { judge } from '../migrate/judge/judge';
import { settingsRead } from '../migrate/uses';
import type { UseGroup } from '../migrate/uses';
import type { Model } from '../project/model';
import type { Analyser } from './analyse';
import type { Analysed } from './look';
import type { EndpointNames } from './endpoint-names';
import { planInFile, TOO_MANY } from './file-fixes';
import type { ScanOptions } from './options';
import { findingsOf, whyNotIn } from './scan';
import { surroundingsOf } from './surroundings';
import { languageOf } from './tools';

/** What names a finding again: its rule and its place. */
export type FindingPlace = Pick<Finding, 'rule' | 'span'>;

/** A finding that a plan could not remove, and why. */
export interface Left {
  readonly finding: Finding;
  readonly message: Message;
}

/** The migrations of a document's findings, one after the other. */
export interface FilePlan {
  /** In order; the edits of each refer to the texts that the one before left. */
  readonly migrations: readonly Migration[];
  /** All of it as one change; edits refer to the texts before the first. */
  readonly files: readonly PlannedEdit[];
  /** Findings that were wanted and stay, at their places in `text`. */
  readonly left: readonly Left[];
  /** The document after all of it. */
  readonly text: string;
}

/** What a plan of a document may look at: its analysis and the files around it. */
interface Scene {
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

/** The migration of one finding, or the refusal. */
export async function planOne(
  workplace: Workplace,
  document: SourceDocument,
  finding: FindingPlace,
  fix: FixKind,
  options: ScanOptions,
): Promise<Plan> {
  const { analyser } = workplace;
  const inFile = languageOf(document) ? null : await planInFile(document, finding, fix, workplace.model);
  if (inFile) return inFile;
  return analyser.use(document, options, async ({ analysed, trouble }) => {
    if (!analysed) return refused(trouble ? 'code-not-read' : languageOf(document) ? 'parse-error' : 'not-in-code');
    const scene = await sceneOf(workplace, document, analysed, namesOf(analysed.analysis, finding));
    return planIn(scene, analyser, document, analysed.analysis, finding, fix, options);
  });
}

/** The migrations of all wanted findings of a document that have the fix. */
export async function planFile(
  workplace: Workplace,
  document: SourceDocument,
  fix: FixKind,
  wanted: (finding: Finding) => boolean,
  options: ScanOptions,
): Promise<FilePlan> {
  const { analyser } = workplace;
  return analyser.use(document, options, async ({ analysed }) => {
    if (!analysed) return { migrations: [], files: [], left: [], text: document.text };
    const groups = findingsOf(analysed.analysis, document, options)
      .filter((finding) => wanted(finding) && offers(finding, fix) && !finding.rule.startsWith('infra/'))
      .map(({ span }) => groupOf(analysed.analysis, span));
    const names = namesIn(analysed.analysis, groups);
    const scene = await sceneOf(workplace, document, analysed, names);
    return rounds(scene, analyser, document, fix, wanted, options);
  });
}

/** One plan of several migrations of a document. `title` names all of them where they are not of code. */
export const combined = (plan: FilePlan, title?: Message): Plan => combine(plan.migrations, plan.files, title);

const refused = (id: string): Plan => ({ kind: 'refusal', ...refusal(id) });

const offers = ({ fixes }: Finding, fix: FixKind): boolean => fixes.some(({ kind }) => kind === fix);

/** Names of settings and of imported files whose readers a plan of a finding wants to see. */
function namesOf(analysis: Analysis, { rule, span }: FindingPlace): readonly string[] {
  return rule.startsWith('infra/') ? [] : namesIn(analysis, [groupOf(analysis, span)]);
}

/** The same of several findings, some of which may be of one secret. */
const namesIn = ({ file }: Analysis, groups: readonly (UseGroup | null)[]): readonly string[] => [
  ...new Set([...new Set(groups)].flatMap((group) => (group?.uses ?? []).flatMap((use) => settingsRead(use, file)))),
];

function groupOf(analysis: Analysis, span: Finding['span']) {
  const candidate = candidateAt(analysis, span);
  return candidate ? groupOfCandidate(analysis, candidate) : groupAt(analysis, span);
}

const candidateAt = ({ candidates }: Analysis, place: Finding['span']) =>
  candidatesByPlace(candidates).get(keyOf(place));

const keyOf = ({ start, end }: Finding['span']): string => `${String(start)}-${String(end)}`;

const candidatesByPlace = remembered(
  (candidates: readonly Candidate[]): ReadonlyMap<string, Candidate> =>
    // The first one counts.
    new Map(candidates.map((one) => [keyOf(one.span), one] as const).reverse()),
);

async function sceneOf(
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

function planIn(
  { analysed, files, complete, locks, endpoints }: Scene,
  analyser: Analyser,
  document: SourceDocument,
  analysis: Analysis,
  { rule, span }: FindingPlace,
  fix: FixKind,
  options: ScanOptions,
): Plan {
  const looks: Analysis[] = [];
  const planning: Planning = {
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
    reanalyse: (text, changed = [], path = document.path) => {
      const look = analyser.reanalyse(analysed, { ...document, path, text }, changed, options);
      looks.push(look);
      return look;
    },
  };
  // A plan is plain data: nothing of what was looked at is in it.
  try {
    return planWith(planning, span, fix);
  } finally {
    for (const { file } of looks) file.release();
  }
}

function planWith(planning: Planning, span: Finding['span'], fix: FixKind): Plan {
  const { analysis } = planning;
  const candidate = candidateAt(analysis, span);
  if (fix !== 'identity') {
    const service =
      candidate && (groupOfCandidate(analysis, candidate)?.uses[0]?.service ?? catalog.serviceOfKind(candidate.kind));
    if (candidate) return planKept(candidate, fix, service ?? null, planning);
    const kept = fix === 'key-vault' ? groupAt(analysis, span) : null;
    return kept ? planFilled(kept, span, planning) : refused('file-changed');
  }
  const group = groupOf(analysis, span);
  if (group) return planIdentity(group, planning);
  return refused(candidate ? 'no-known-client' : 'file-changed');
}

/** More migrations than any one file needs: a plan that never removes its finding ends here. */
const ROUNDS = 200;

/** Plans one finding after the other: each plan sees what the one before left. */
function rounds(
  scene: Scene,
  analyser: Analyser,
  document: SourceDocument,
  fix: FixKind,
  wanted: (finding: Finding) => boolean,
  options: ScanOptions,
): FilePlan {
  const migrations: Migration[] = [];
  let present = document;
  let now = scene;
  for (;;) {
    const analysis =
      present === document ? scene.analysed.analysis : analyser.reanalyse(scene.analysed, present, now.files, options);
    const plannedFor = oncePerSecret(analysis, fix, (finding) =>
      planIn(now, analyser, present, analysis, finding, fix, options),
    );
    const isWanted = (one: Finding): boolean => wanted(one) && offers(one, fix);
    const outcome =
      migrations.length < ROUNDS
        ? firstPlanned(worthTrying(analysis, present, fix, isWanted, options), plannedFor)
        : null;
    const left = outcome?.made ? [] : leftOf(findingsOf(analysis, present, options).filter(isWanted), outcome);
    if (present !== document) analysis.file.release();
    const made = outcome?.made;
    if (!made) return { migrations, files: changesBetween(scene, document, now, present), left, text: present.text };
    migrations.push(made);
    const after = (path: string, text: string): string =>
      editedOrNull(
        text,
        made.files.filter((one) => one.path === path).flatMap(({ edits }) => edits),
      ) ?? text;
    now = { ...now, files: now.files.map((file) => ({ ...file, text: after(file.path, file.text) })) };
    present = { ...present, text: after(present.path, present.text) };
  }
}

const CAME_BACK = say('it came back after every migration; please report it');

/** A round: the migration it made, if any, and why those that were tried before it have none. */
interface Outcome {
  readonly made: Migration | null;
  /** By rule and place. */
  readonly reasons: ReadonlyMap<string, Message>;
}

const nameOf = ({ rule, span }: FindingPlace): string => `${rule} ${keyOf(span)}`;

/**
 * The findings that have the fix, in order, one by one as they are tried. Only the first one with a plan is migrated before the
 * text is looked at again: a draft of every other one would be made in vain, once for each round.
 */
function* worthTrying(
  analysis: Analysis,
  document: SourceDocument,
  fix: FixKind,
  isWanted: (finding: Finding) => boolean,
  options: ScanOptions,
): Generator<Finding, void> {
  const isIdentity = fix === 'identity';
  // That a secret has to stay is said by a judge, never by a draft.
  const found = findingsOf(analysis, document, options, (group) => (isIdentity ? null : judge(group, analysis)));
  const whyNot = whyNotIn(analysis, options);
  for (const finding of found.filter(isWanted)) {
    const group = isIdentity ? groupOf(analysis, finding.span) : null;
    if (!group || whyNot(group) === null) yield finding;
  }
}

/** Uses of one secret move together: where one of them is refused, the others are not tried again. */
function oncePerSecret(analysis: Analysis, fix: FixKind, plan: (finding: Finding) => Plan): (finding: Finding) => Plan {
  if (fix !== 'identity') return plan;
  const planned = new Map<UseGroup, Plan>();
  return (finding) => {
    const group = groupOf(analysis, finding.span);
    const made = (group && planned.get(group)) ?? plan(finding);
    if (group) planned.set(group, made);
    return made;
  };
}

/** The first finding with a plan, or why none has one. */
function firstPlanned(findings: Iterable<Finding>, planned: (finding: Finding) => Plan): Outcome {
  const reasons = new Map<string, Message>();
  for (const finding of findings) {
    const plan = planned(finding);
    if (plan.kind === 'migration') return { made: plan, reasons };
    reasons.set(nameOf(finding), plan.message);
  }
  return { made: null, reasons };
}

const leftOf = (findings: readonly Finding[], outcome: Outcome | null): readonly Left[] =>
  findings.map((finding) => ({
    finding,
    message: outcome === null ? TOO_MANY : (outcome.reasons.get(nameOf(finding)) ?? CAME_BACK),
  }));

function changesBetween(
  { files: before }: Scene,
  document: SourceDocument,
  { files: after }: Scene,
  present: SourceDocument,
): PlannedEdit[] {
  const pairs = [
    { path: document.path, from: document.text, to: present.text },
    ...before.map(({ path, text }) => ({
      path,
      from: text,
      to: after.find((file) => file.path === path)?.text ?? text,
    })),
  ];
  return pairs
    .filter(({ from, to }) => from !== to)
    .map(({ path, from, to }) => ({ path, edits: editsBetween(from, to), basis: new Redacted(from) }));
}
