import { workspace } from 'vscode';
import type { TextDocument, Uri } from 'vscode';
import type { SourceDocument } from '../core/document';
import type { TextEdit } from '../core/edit';
import type { Finding, FixKind } from '../core/finding';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Engine, ScanOptions } from '../engine/engine';
import type { Migration, Plan } from '../migrate/migration';
import { gatherProject } from '../project/gather';
import { placeOf, uriOf } from './documents';
import type { Live } from './live';
import type { FindingRef, Store } from './store';
import { workspaceFiles } from './workspace-files';

/** The edits of one file, against exactly this version of its document. */
export interface FileChange {
  readonly document: TextDocument;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

export interface Planned {
  readonly kind: 'planned';
  readonly migration: Migration;
  readonly changes: readonly FileChange[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly message: Message;
}

/** What is to be planned: one finding, or everything in the file that has an identity fix. */
export type Wish =
  | { readonly kind: 'one'; readonly finding: FindingRef; readonly fix: FixKind }
  /** `subject`: one of the findings, for the guidance. */
  | { readonly kind: 'file'; readonly subject: FindingRef };

export const subjectOf = (wish: Wish): FindingRef => (wish.kind === 'one' ? wish.finding : wish.subject);

export interface Planner {
  /** Plans against the texts as they stand now, unsaved changes included. */
  plan(uri: Uri, wish: Wish): Promise<Planned | Refused>;
}

/** A text can change while it is planned for; after this many new beginnings the person is asked to try again. */
const ATTEMPTS = 4;

interface Rooms {
  readonly engine: Engine;
  readonly store: Store;
  readonly live: Pick<Live, 'settled' | 'touched' | 'projectOf'>;
  readonly optionsOf: (uri: Uri) => ScanOptions;
  /** Told of an unexpected error; returns what the person is told. */
  readonly failed: (error: unknown) => Message;
}

export function createPlanner({ engine, store, live, optionsOf, failed }: Rooms): Planner {
  /** Null: a text changed meanwhile, begin anew. */
  const attempt = async (uri: Uri, wish: Wish): Promise<Planned | Refused | null> => {
    const document = await open(uri);
    const { root, path } = placeOf(uri);
    if (!document) return refuse('{file} cannot be opened as text, so nothing was changed.', { file: path });
    if (root && !(await workspaceFiles(root).editable(path))) return refuse('{file} is read-only.', { file: path });
    await live.settled(uri);
    const { version } = document;
    const entry = store.get(uri);
    if (entry?.version !== version) return null;
    const source: SourceDocument = { path, text: document.getText(), languageId: document.languageId };
    const base = optionsOf(uri);
    const findings = entry.findings.map(({ finding }) => finding);
    const wanted =
      wish.kind === 'one' ? findings.find(({ fingerprint }) => fingerprint === wish.finding.fingerprint) : null;
    if (wanted === undefined) return refuse('The file has changed and this finding is no longer in it.');

    const project = live.projectOf(uri);
    const options = project ? { ...base, project } : base;
    const gather = async (about: readonly Finding[]): ReturnType<typeof gatherProject> => {
      const names = await Promise.all(about.map((finding) => engine.settingsOf(source, finding, options)));
      const imported = (project?.files ?? []).map((file) => file.path);
      return root
        ? gatherProject(workspaceFiles(root), path, [...new Set(names.flat())], imported)
        : { files: [], complete: false, locks: [] };
    };
    let around: Awaited<ReturnType<typeof gather>>;
    let plan: Plan;
    if (wish.kind === 'one' && wanted) {
      around = await gather([wanted]);
      plan = await engine.plan({ document: source, finding: wanted, fix: wish.fix, ...around, options });
    } else {
      around = await gather(findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'identity')));
      plan = await engine.planAll({ document: source, ...around, options });
    }
    // A file the secret comes from has changed since the document was looked at: look again, then plan.
    const stale = project?.files.filter(({ path: other, text }) =>
      around.files.some((file) => file.path === other && file.text !== text),
    );
    if (stale?.length && root) {
      for (const { path: other } of stale) live.touched(uriOf(root, other));
      return null;
    }
    if (plan.kind === 'refusal') return { kind: 'refused', message: plan.message };

    const texts = new Map(around.files.map((file) => [file.path, file.text]));
    texts.set(path, source.text);
    const changes: FileChange[] = [];
    for (const { path: changed, edits } of plan.files) {
      if (edits.length === 0) continue;
      const target = changed === path ? document : root && (await open(uriOf(root, changed)));
      if (!target) return refuse('{file} cannot be opened as text, so nothing was changed.', { file: changed });
      // Opening can change the text (mixed line ends become one kind): then plan against what the editor will edit.
      if (target.getText() !== texts.get(changed)) return null;
      changes.push({ document: target, version: target.version, edits });
    }
    return document.version === version && changes.every(isCurrent)
      ? { kind: 'planned', migration: plan, changes }
      : null;
  };

  return {
    async plan(uri, wish) {
      try {
        for (let i = 0; i < ATTEMPTS; i++) {
          const outcome = await attempt(uri, wish);
          if (outcome) return outcome;
        }
      } catch (error) {
        return { kind: 'refused', message: failed(error) };
      }
      return refuse('The file keeps changing. Try again when it rests.');
    },
  };
}

/** True as long as nobody has touched the document since it was planned for. */
export const isCurrent = ({ document, version }: FileChange): boolean =>
  !document.isClosed && document.version === version;

const refuse = (template: string, args: Message['args'] = {}): Refused => ({
  kind: 'refused',
  message: say(template, args),
});

async function open(uri: Uri): Promise<TextDocument | null> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return null;
  }
}
