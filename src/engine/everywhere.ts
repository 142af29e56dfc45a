import type { SourceDocument } from '../core/document';
import { editsBetween } from '../core/edits-between';
import type { Files } from '../core/files';
import type { Finding } from '../core/finding';
import { linesOf } from '../core/lines';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { Redacted } from '../core/redacted';
import type { Step } from '../core/step';
import { combine } from '../migrate/combine';
import type { Migration, Plan } from '../migrate/migration';
import { refusal } from '../migrate/refusals';
import type { Model } from '../project/model';
import { serviceOf } from '../services/index';
import { stepsOf } from '../steps/plan';
import type { FollowUp } from '../steps/follow-up';
import type { Engine } from './engine';
import type { ScanOptions } from './options';
import { overlay } from './overlay';
import type { Overlay } from './overlay';
import type { FindingPlace } from './plan';
import { placesOf } from './same-secret';
import type { Place } from './same-secret';
import { languageOf } from './tools';

/** A finding of the same secret that stays, or something else that still reads its setting, and why. */
export interface Remaining {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Null where there is no finding. */
  readonly rule: string | null;
  /** What is there. */
  readonly what: Message;
  readonly why: Message;
}

/** The migration of a secret in every file of the project that has it, as one change. */
export interface EverywherePlan {
  readonly plan: Plan;
  readonly left: readonly Remaining[];
}

/** What such a plan is made with. */
export interface EverywhereTools {
  readonly files: Files;
  readonly model: Model;
  /** An engine over other texts of the same files. */
  readonly engineOver: (files: Files) => Engine;
  /** The options that hold for each file. */
  readonly optionsFor: (path: string) => ScanOptions;
}

/** What one migration makes possible shows in the next round; three are more than was ever needed. */
const ROUNDS = 3;

/**
 * Plans one file after the other, code first, each against what the one before left: settings, templates and workflows change
 * as their readers let them.
 */
export async function planEverywhere(
  start: SourceDocument,
  finding: FindingPlace,
  { files, model, engineOver, optionsFor }: EverywhereTools,
): Promise<EverywherePlan> {
  const layer = overlay(withText(files, start));
  const engine = engineOver(layer);
  engine.changed(start.path);
  const places = await placesOf(start, finding, { files: layer, model, engine, optionsFor });
  if (places.length === 0) return { plan: { kind: 'refusal', ...refusal('file-changed') }, left: [] };
  const migrations: Migration[] = [];
  let left: readonly Remaining[] = [];
  let todo = inOrder(places, start);
  for (let round = 0; round < ROUNDS && todo.length > 0; round += 1) {
    const made = await roundOf(todo, layer, engine, optionsFor);
    migrations.push(...made.migrations);
    left = made.left;
    if (made.migrations.length === 0) break;
    todo = inOrder(await stillAt(places, layer, engine, optionsFor), start);
    if (todo.length === 0) left = [];
  }
  const plan = await together(migrations, layer, start, left);
  if (!plan) return { plan: { kind: 'refusal', ...whyNone(left) }, left };
  return { plan, left: [...left, ...(await readersLeft(plan.work, left, layer))] };
}

/** Who still reads a setting without being a finding: a script, a binding, code that takes the value apart. */
async function readersLeft(
  { old }: FollowUp,
  left: readonly Remaining[],
  files: Pick<Files, 'read'>,
): Promise<readonly Remaining[]> {
  const found: Remaining[] = [];
  for (const { name, readers } of old) {
    for (const { path } of readers) {
      if ([...left, ...found].some((one) => one.path === path)) continue;
      const file = await files.read(path);
      const line = file.kind === 'text' ? lineWith(file.text, name) : 1;
      const why = say('It still reads {name}, and nothing here knows how to change that.', { name });
      found.push({ path, line, rule: null, what: say('{name} is read here', { name }), why });
    }
  }
  return found;
}

/** The first line, from 1, that has a setting's name, or the last part of it. */
function lineWith(text: string, name: string): number {
  const at = [name, name.split(':').at(-1) ?? name].map((part) => text.indexOf(part)).find((one) => one >= 0) ?? 0;
  return linesOf(text).positionAt(at).line + 1;
}

/** The document's own text in the place of the file's. */
const withText = (files: Files, { path, text }: SourceDocument): Files => ({
  list: (folder) => files.list(folder),
  read: async (asked, limit) => {
    const file = await files.read(asked, limit);
    return asked === path ? { bom: false, exact: true, ...file, kind: 'text', text } : file;
  },
  editable: (asked) => asked === path || files.editable(asked),
});

/** The document first, then code, then what code is configured and deployed with. */
const inOrder = (places: readonly Place[], start: SourceDocument): readonly Place[] => {
  const rank = ({ path }: Place): number => (path === start.path ? 0 : languageOf({ path, text: '' }) ? 1 : 2);
  return [...places].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
};

interface Round {
  readonly migrations: readonly Migration[];
  readonly left: readonly Remaining[];
}

async function roundOf(
  places: readonly Place[],
  layer: Overlay,
  engine: Engine,
  optionsFor: EverywhereTools['optionsFor'],
): Promise<Round> {
  const migrations: Migration[] = [];
  const left: Remaining[] = [];
  for (const place of places) {
    const { path } = place;
    const file = await layer.read(path);
    if (file.kind === 'skip') continue;
    const isOurs = ({ fingerprint, settings = [] }: Finding): boolean =>
      place.fingerprints.has(fingerprint) || settings.some((name) => place.isSecret(name));
    const document = { path, text: file.text };
    const mayWrite = file.exact && (await layer.editable(path));
    const plan = mayWrite
      ? await engine.planFile(document, { fix: 'identity', wanted: isOurs }, optionsFor(path))
      : { migrations: [], files: [], left: [], text: file.text };
    migrations.push(...plan.migrations);
    const changes = await layer.changesOf(plan.files);
    layer.apply(changes);
    for (const changed of changes) engine.changed(changed.path);
    const reasons = new Map(plan.left.map((one) => [one.finding.fingerprint, one.message]));
    const { findings } = await engine.scan({ path, text: plan.text }, optionsFor(path));
    const lines = linesOf(plan.text);
    for (const finding of findings.filter(isOurs)) {
      const { fingerprint, message, rule, span } = finding;
      const why = reasons.get(fingerprint) ?? (mayWrite ? reasonOf(finding) : refusal('not-editable').message);
      left.push({ path, line: lines.positionAt(span.start).line + 1, rule, what: message, why });
    }
  }
  return { migrations, left };
}

const reasonOf = ({ refusal: why, service }: Finding): Message =>
  why?.message ??
  (service === null
    ? say('There is no automatic rewrite for this finding.')
    : say('There is no automatic rewrite for this finding. The guidance says what to do.'));

/** The places that still have the secret. */
async function stillAt(
  places: readonly Place[],
  layer: Overlay,
  engine: Engine,
  optionsFor: EverywhereTools['optionsFor'],
): Promise<readonly Place[]> {
  const still: Place[] = [];
  for (const place of places) {
    const file = await layer.read(place.path);
    if (file.kind === 'skip') continue;
    const { findings } = await engine.scan({ path: place.path, text: file.text }, optionsFor(place.path));
    const ours = findings.filter(
      (one) => place.fingerprints.has(one.fingerprint) || (one.settings ?? []).some((name) => place.isSecret(name)),
    );
    if (ours.length > 0) still.push({ ...place, fingerprints: new Set(ours.map(({ fingerprint }) => fingerprint)) });
  }
  return still;
}

function whyNone(left: readonly Remaining[]): { readonly id: string; readonly message: Message } {
  const [first] = left;
  return first ? { id: 'nothing-to-do', message: first.why } : refusal('nothing-to-do');
}

/** All of it as one migration; null where nothing was made. */
async function together(
  migrations: readonly Migration[],
  layer: Overlay,
  start: SourceDocument,
  left: readonly Remaining[],
): Promise<Migration | null> {
  const changes = layer.total().filter(({ before, after }) => before?.text !== after.text);
  const isStart = ({ path }: { readonly path: string }): number => (path === start.path ? 0 : 1);
  const edited = [...changes]
    .sort((a, b) => isStart(a) - isStart(b))
    .map(({ path, before, after }) => ({
      path,
      edits: editsBetween(before?.text ?? '', after.text),
      basis: new Redacted(before?.text ?? ''),
    }));
  const made = combine(migrations, edited);
  if (made.kind === 'refusal') return null;
  const work = await trueWork(made.work, layer);
  const all = { ...work, others: [...work.others, ...left.map(leftStep)] };
  const title =
    edited.length === 1
      ? say('Migrate this secret everywhere (1 file)')
      : say('Migrate this secret everywhere ({count} files)', { count: edited.length });
  return { ...made, files: edited, title, work: all, steps: stepsOf(all, serviceOf) };
}

/** What is left to do, without the constants that stayed at first and that a later migration has taken along. */
export async function trueWork(work: FollowUp, files: Pick<Files, 'read'>): Promise<FollowUp> {
  const stays: FollowUp['stays'][number][] = [];
  for (const one of work.stays) {
    const file = await files.read(one.file);
    if (file.kind === 'text' && file.text.includes(one.name)) stays.push(one);
  }
  return { ...work, stays };
}

const leftStep = ({ path, line, rule, what, why }: Remaining): Step => ({
  id: `code:${path}:${rule ?? ''}:${String(line)}`,
  kind: 'code',
  title: say('{file}, line {line}, could not be changed', { file: path, line }),
  text: [what, why],
  code: null,
});
