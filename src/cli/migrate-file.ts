import type { Finding, FixKind } from '../core/finding';
import { linesOf } from '../core/lines';
import { english } from '../core/message';
import type { FollowUp } from '../steps/follow-up';
import { isTrouble } from '../core/skips';
import type { Engine, FilePlan } from '../engine/engine';
import { shownName, withoutSecrets } from './error-name';
import type { Overlay } from '../engine/overlay';
import type { Target } from './target';
import { writeAll } from './write-files';
import type { WriteTrouble } from './write-files';

/** A migration that was made. */
export interface Done {
  readonly file: string;
  readonly title: string;
  readonly files: readonly string[];
  /** What is left to people. */
  readonly work: FollowUp;
}

/** A finding that stays, and why. */
export interface Left {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly rule: string;
  readonly reason: string;
  /** The change was there and could not be written: exit code 2. */
  readonly trouble: boolean;
}

export interface FileRequest {
  readonly engine: Engine;
  readonly files: Overlay;
  readonly place: Target;
  /** Relative to the place's root. */
  readonly path: string;
  readonly fix: FixKind;
  readonly selected: (rule: string) => boolean;
  readonly write: boolean;
}

interface FileResult {
  readonly done: readonly Done[];
  readonly left: readonly Left[];
  readonly skip: { readonly reason: string; readonly trouble: boolean } | null;
  /** Paths of other files that what is left depends on. */
  readonly needs: readonly string[];
}

/** Why a plan was not carried out. */
interface Failure {
  readonly reason: string;
  readonly trouble: boolean;
}

/** Migrates the findings of one file, as one change: written as a whole or not at all. */
export async function migrateFile(request: FileRequest): Promise<FileResult> {
  const { engine, files, path, fix, selected } = request;
  const file = await files.read(path);
  if (file.kind === 'skip') {
    const trouble = isTrouble(file.reason) && file.reason !== 'missing';
    return { done: [], left: [], skip: { reason: english(file.message), trouble }, needs: [] };
  }
  const document = { path, text: file.text };
  const wanted = ({ rule }: Finding): boolean => selected(rule);
  const plan = await engine.planFile(document, { fix, wanted });
  const failure = plan.migrations.length > 0 ? await make(request, plan) : null;
  const done = failure ? [] : doneBy(request, plan);
  const text = failure ? file.text : plan.text;
  const { findings, failed, skipped, needs } = await engine.scan({ path, text });
  const reasons = new Map(plan.left.map(({ finding, message }) => [finding.fingerprint, english(message)]));
  const left = findings.filter(wanted).map((finding) => {
    const offered = finding.fixes.some(({ kind }) => kind === fix);
    const why: Failure =
      failure && offered
        ? failure
        : { reason: reasons.get(finding.fingerprint) ?? whyNone(finding, fix), trouble: false };
    return leftAs(request, finding, text, why);
  });
  return { done, left, skip: failed && skipped ? { reason: english(skipped), trouble: true } : null, needs };
}

const leftAs = ({ engine, place, path }: FileRequest, { rule, span }: Finding, text: string, why: Failure): Left => ({
  file: withoutSecrets(engine, place.shown(path)),
  line: linesOf(text).positionAt(span.start).line + 1,
  rule,
  ...why,
});

const doneBy = ({ engine, place, path }: FileRequest, { migrations }: FilePlan): Done[] =>
  migrations.map(({ title, files, work }) => ({
    file: withoutSecrets(engine, place.shown(path)),
    title: english(title),
    files: files.filter(({ edits }) => edits.length > 0).map((one) => withoutSecrets(engine, place.shown(one.path))),
    work,
  }));

function whyNone({ refusal, fixes }: Finding, fix: FixKind): string {
  if (refusal) return english(refusal.message);
  const [other] = fixes.filter(({ kind }) => kind !== fix);
  if (!other) return `there is no rewrite; "secretless explain" tells what to do`;
  return other.kind === 'setting'
    ? `only this helps: ${english(other.title)}`
    : `--to ${other.kind} helps: ${english(other.title)}`;
}

/** Carries a plan out, all of it or nothing; null when that went well. */
async function make({ files, engine, place, write }: FileRequest, plan: FilePlan): Promise<Failure | null> {
  const shown = (path: string): string => shownName(withoutSecrets(engine, place.shown(path)));
  for (const { path } of plan.files) {
    const reason = await whyNot(files, path);
    if (reason !== null) return { reason: `${shown(path)} ${reason}`, trouble: false };
  }
  const changes = await files.changesOf(plan.files);
  if (changes.length === 0) return { reason: 'the migration would change nothing', trouble: false };
  if (write) {
    const trouble = writeAll(place.root, changes);
    if (trouble) return { reason: sayTrouble(trouble, shown), trouble: true };
  }
  files.apply(changes);
  for (const { path } of changes) engine.changed(path);
  return null;
}

function sayTrouble({ path, reason, left }: WriteTrouble, shown: (path: string) => string): string {
  const why = `${shown(path)} ${reason}`;
  return left.length === 0
    ? `nothing was written: ${why}`
    : `${why}, and what was written before could not be put back: ${left.map(shown).join(', ')}`;
}

async function whyNot(files: Overlay, path: string): Promise<string | null> {
  if (path.startsWith('/') || path.split('/').includes('..')) return 'lies outside the project';
  const file = await files.read(path);
  if (file.kind === 'skip') return file.reason === 'missing' ? null : english(file.message);
  if (!file.exact) return 'is not valid UTF-8 (not-utf8), so an edit would lose bytes';
  return (await files.editable(path)) ? null : 'is read-only';
}
