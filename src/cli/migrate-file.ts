import type { SourceDocument } from '../core/document';
import type { Finding, FixKind } from '../core/finding';
import { linesOf } from '../core/lines';
import { english } from '../core/message';
import type { Engine, ProjectContext } from '../engine/engine';
import type { Migration } from '../migrate/migration';
import type { Work } from '../steps/work';
import type { Surroundings } from '../engine/around';
import { gatherProject } from '../project/gather';
import { isTrouble } from '../core/skips';
import type { Overlay } from './overlay';
import type { Place } from './place';
import { writeAll } from './write-files';

/** A migration that was made. */
export interface Done {
  readonly file: string;
  readonly title: string;
  readonly files: readonly string[];
  /** What is left to people. */
  readonly work: Work;
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
  readonly surroundings: Surroundings;
  readonly place: Place;
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
}

/**
 * Migrates the findings of one file, one after the other: after each the file is scanned again, so that the next plan sees
 * what the last one did. A finding that cannot go is left with its reason and not tried again.
 */
export async function migrateFile(request: FileRequest): Promise<FileResult> {
  const { files, surroundings, path, place } = request;
  const done: Done[] = [];
  const left = new Map<string, Left>();
  for (let rounds = 0; ; rounds++) {
    const file = await files.read(path);
    if (file.kind === 'skip') {
      return {
        done,
        left: [],
        skip: { reason: english(file.message), trouble: isTrouble(file.reason) && file.reason !== 'missing' },
      };
    }
    const document = { path, text: file.text };
    const { result, project } = await surroundings.scan(document, {});
    const { findings } = result;
    const chosen = findings.filter(({ rule }) => request.selected(rule));
    const known = new Map(
      [...left].filter(([fingerprint]) => chosen.some((finding) => finding.fingerprint === fingerprint)),
    );
    let migrated = false;
    for (const finding of chosen) {
      if (known.has(finding.fingerprint)) continue;
      const outcome = rounds > ROUNDS ? again : await attempt(request, finding, document, project);
      if (typeof outcome === 'object' && 'title' in outcome) {
        done.push(outcome);
        migrated = true;
        break;
      }
      const { line } = linesOf(file.text).positionAt(finding.span.start);
      known.set(finding.fingerprint, { file: place.shown(path), line: line + 1, rule: finding.rule, ...outcome });
    }
    left.clear();
    for (const [fingerprint, entry] of known) left.set(fingerprint, entry);
    if (!migrated) return { done, left: [...left.values()], skip: null };
  }
}

/** More migrations than any one file needs: a plan that never removes its finding ends here. */
const ROUNDS = 200;

type Outcome = Done | Pick<Left, 'reason' | 'trouble'>;

const stays = (reason: string, trouble = false): Outcome => ({ reason, trouble });

const again = stays('it came back after every migration; please report it');

async function attempt(
  request: FileRequest,
  finding: Finding,
  document: SourceDocument,
  project: ProjectContext | undefined,
): Promise<Outcome> {
  const { engine, files, path, fix, place } = request;
  if (!finding.fixes.some(({ kind }) => kind === fix)) return stays(whyNone(finding, fix));
  const options = project ? { project } : {};
  const names = await engine.settingsOf(document, finding, options);
  const imported = (project?.files ?? []).map((file) => file.path);
  const around = await gatherProject(files, path, names, imported);
  const plan = await engine.plan({ document, finding, fix, ...around, options });
  if (plan.kind === 'refusal') return stays(english(plan.message));
  return make(
    request,
    plan,
    new Set([path, ...around.files.filter(({ editable }) => editable !== false).map((file) => file.path)]),
    place,
  );
}

function whyNone({ refusal, fixes }: Finding, fix: FixKind): string {
  if (refusal) return english(refusal.message);
  const [other] = fixes.filter(({ kind }) => kind !== fix);
  if (!other) return `there is no rewrite; "secretless explain" tells what to do`;
  return other.kind === 'setting'
    ? `only this helps: ${english(other.title)}`
    : `--to ${other.kind} helps: ${english(other.title)}`;
}

/** Applies the whole plan, or nothing of it. */
async function make(
  request: FileRequest,
  plan: Migration,
  allowed: ReadonlySet<string>,
  place: Place,
): Promise<Outcome> {
  const { files, path, write } = request;
  for (const edit of plan.files) {
    const trouble = await whyNot(files, edit.path, allowed);
    if (trouble !== null) return stays(`${place.shown(edit.path)} ${trouble}`);
  }
  const changes = await files.changesOf(plan.files);
  if (changes.length === 0) return stays('the migration would change nothing');
  if (write) {
    const trouble = writeAll(place.root, changes);
    if (trouble) return stays(`nothing was written: ${place.shown(trouble.path)} ${trouble.reason}`, true);
  }
  files.apply(changes);
  return {
    file: place.shown(path),
    title: english(plan.title),
    files: changes.map((change) => place.shown(change.path)),
    work: plan.work,
  };
}

async function whyNot(files: Overlay, path: string, allowed: ReadonlySet<string>): Promise<string | null> {
  if (path.startsWith('/') || path.split('/').includes('..')) return 'lies outside the project';
  const file = await files.read(path);
  if (file.kind === 'skip') return file.reason === 'missing' ? null : english(file.message);
  if (!file.exact) return 'is not valid UTF-8 (not-utf8), so an edit would lose bytes';
  if (!(await files.editable(path))) return 'is read-only';
  return allowed.has(path) ? null : 'may not be edited';
}
