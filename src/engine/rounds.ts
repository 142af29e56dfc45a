import type { SourceDocument } from '../core/document';
import { editsBetween } from '../core/edits-between';
import type { ProjectFile } from '../core/files';
import type { Finding, FixKind } from '../core/finding';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { Redacted } from '../core/redacted';
import type { Analysis } from '../migrate/analysis';
import type { Migration, PlannedEdit } from '../migrate/migration';
import type { UseGroup } from '../migrate/uses';
import type { Analyser } from './analyse';
import { TOO_MANY } from './file-fixes';
import type { ScanOptions } from './options';
import { keptAtOnce } from './kept-at-once';
import { findingsOf } from './scan';
import { groupOf, keyOf, offers, plannedIn, released } from './scene';
import type { FindingPlace, Look, Planned, Scene } from './scene';
import { ROUNDS, sceneAfter, textAfter, worthTrying } from './state';
import type { State } from './state';

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

/** Plans one finding after the other: each plan sees what the one before left. */
export function rounds(
  scene: Scene,
  analyser: Analyser,
  document: SourceDocument,
  fix: FixKind,
  wanted: (finding: Finding) => boolean,
  options: ScanOptions,
): FilePlan {
  const isWanted = (one: Finding): boolean => wanted(one) && offers(one, fix);
  const release = ({ analysis }: State): void => {
    if (analysis !== scene.analysed.analysis) analysis.file.release();
  };
  let state: State = { migrations: [], scene, document, analysis: scene.analysed.analysis };
  state = keptAtOnce(state, analyser, fix, isWanted, options) ?? state;
  for (;;) {
    const { next, reasons } = round(state, analyser, fix, isWanted, options);
    if (next) {
      release(state);
      state = next;
      continue;
    }
    const { migrations, document: present, analysis } = state;
    const left = leftOf(findingsOf(analysis, present, options).filter(isWanted), reasons);
    release(state);
    return { migrations, files: changesBetween(scene, document, state.scene, present), left, text: present.text };
  }
}

/** A round: what it leaves, or why no finding has a migration; null where it is too late for one more. */
interface Outcome {
  readonly next: State | null;
  /** By rule and place. */
  readonly reasons: ReadonlyMap<string, Message> | null;
}

function round(
  state: State,
  analyser: Analyser,
  fix: FixKind,
  isWanted: (finding: Finding) => boolean,
  options: ScanOptions,
): Outcome {
  const { migrations, scene, document, analysis } = state;
  if (migrations.length >= ROUNDS) return { next: null, reasons: null };
  const planned = oncePerSecret(analysis, fix, (finding) =>
    plannedIn(scene, analyser, document, analysis, finding, fix, options),
  );
  const reasons = new Map<string, Message>();
  for (const finding of worthTrying(analysis, document, fix, isWanted, options)) {
    const { plan, looks } = planned(finding);
    if (plan.kind === 'migration') return { next: advanced(state, plan, looks, analyser, options), reasons };
    released(looks);
    reasons.set(nameOf(finding), plan.message);
  }
  return { next: null, reasons };
}

/** The state after a migration. The text was looked at to read the change back: that look serves the next round. */
function advanced(
  { migrations, scene, document }: State,
  made: Migration,
  looks: readonly Look[],
  analyser: Analyser,
  options: ScanOptions,
): State {
  const present = { ...document, text: textAfter(made, document.path, document.text) };
  const after = sceneAfter(scene, made);
  const others = made.files.filter(({ path }) => path !== document.path);
  const look = looks.find(
    ({ document: { path, text }, changed }) =>
      path === present.path && text === present.text && others.every((one) => isAmong(changed, one.path)),
  );
  released(looks.filter((one) => one !== look));
  return {
    migrations: [...migrations, made],
    scene: after,
    document: present,
    analysis: look?.analysis ?? analyser.reanalyse(after.analysed, present, [], options),
  };
}

const isAmong = (files: readonly ProjectFile[], path: string): boolean => files.some((one) => one.path === path);

const CAME_BACK = say('it came back after every migration; please report it');

const nameOf = ({ rule, span }: FindingPlace): string => `${rule} ${keyOf(span)}`;

/** Uses of one secret move together: where one of them is refused, the others are not tried again. */
function oncePerSecret(
  analysis: Analysis,
  fix: FixKind,
  plan: (finding: Finding) => Planned,
): (finding: Finding) => Planned {
  if (fix !== 'identity') return plan;
  const known = new Map<UseGroup, Planned>();
  return (finding) => {
    const group = groupOf(analysis, finding.span);
    const made = (group && known.get(group)) ?? plan(finding);
    // What was looked at is freed once.
    if (group) known.set(group, { ...made, looks: [] });
    return made;
  };
}

const leftOf = (findings: readonly Finding[], reasons: Outcome['reasons']): readonly Left[] =>
  findings.map((finding) => ({
    finding,
    message: reasons === null ? TOO_MANY : (reasons.get(nameOf(finding)) ?? CAME_BACK),
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
