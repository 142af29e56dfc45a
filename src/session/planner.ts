import { applyEdits } from '../core/edit';
import type { TextEdit } from '../core/edit';
import type { Finding, FixKind } from '../core/finding';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { EverywherePlan, Remaining } from '../engine/engine';
import type { Migration } from '../migrate/migration';
import type { Engines } from './engines';
import type { Host } from './host';
import type { Live } from './live';
import { keyOf, sourceOf } from './open-document';
import type { DocumentKey, OpenDocument } from './open-document';
import type { FindingRef, Store } from './store';

/** The edits of one file, against exactly this version of its document. */
export interface FileChange {
  readonly document: OpenDocument;
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

export interface Planned {
  readonly kind: 'planned';
  readonly migration: Migration;
  readonly changes: readonly FileChange[];
  /** Places of the same secret that stay; empty where only one file was asked for. */
  readonly left: readonly Remaining[];
}

export interface Refused {
  readonly kind: 'refused';
  readonly message: Message;
}

/** What is to be planned: one finding, its secret everywhere, or everything in the file that has an identity fix. */
export type Wish =
  | { readonly kind: 'one'; readonly finding: FindingRef; readonly fix: FixKind }
  /** The secret of a finding, in every file of the workspace folder that has it. */
  | { readonly kind: 'everywhere'; readonly finding: FindingRef }
  /** `subject`: one of the findings, for the guidance. */
  | { readonly kind: 'file'; readonly subject: FindingRef };

export const subjectOf = (wish: Wish): FindingRef => (wish.kind === 'file' ? wish.subject : wish.finding);

export interface Planner {
  /** Plans against the texts as they are now, unsaved changes included. Never rejects. */
  plan(key: DocumentKey, wish: Wish): Promise<Planned | Refused>;
}

export interface PlannerOptions {
  readonly host: Pick<Host, 'placeOf' | 'addressOf' | 'open' | 'isEditable' | 'optionsOf' | 'failed'>;
  readonly engines: Pick<Engines, 'of'>;
  readonly store: Pick<Store, 'get'>;
  readonly live: Pick<Live, 'settled'>;
}

/** A text can change while it is planned for; after this many new beginnings the person is asked to try again. */
const ATTEMPTS = 4;

/** A text changed meanwhile: begin anew. */
type Overtaken = 'overtaken';

export function createPlanner({ host, engines, store, live }: PlannerOptions): Planner {
  /** The documents that a plan edits, as they are now. */
  const changesOf = async (
    document: OpenDocument,
    plan: Migration,
  ): Promise<readonly FileChange[] | Refused | Overtaken> => {
    const { root, path } = host.placeOf(keyOf(document));
    const changes: FileChange[] = [];
    for (const { path: changed, edits, basis } of plan.files) {
      if (edits.length === 0) continue;
      const isOther = changed !== path && root !== null;
      const target = changed === path ? document : isOther && (await host.open(host.addressOf(root, changed)));
      if (!target) return refuse(unopened(changed));
      // Opening can change the text (mixed line ends become one kind): then plan against what the editor will edit.
      if (!basis.is(target.getText())) return 'overtaken';
      changes.push({ document: target, version: target.version, edits });
    }
    return changes;
  };

  const planFor = async (document: OpenDocument, wanted: Finding | 'all', wish: Wish): Promise<EverywherePlan> => {
    const key = keyOf(document);
    const { root, path } = host.placeOf(key);
    const source = sourceOf(document, path);
    const engine = engines.of(key);
    if (wish.kind !== 'everywhere' || wanted === 'all') {
      const fix = wish.kind === 'one' ? wish.fix : 'identity';
      return { plan: await engine.plan(source, wanted, fix, host.optionsOf(key)), left: [] };
    }
    return engine.planEverywhere(source, wanted, (other) =>
      host.optionsOf(root === null ? key : host.addressOf(root, other)),
    );
  };

  const attempt = async (key: DocumentKey, wish: Wish): Promise<Planned | Refused | Overtaken> => {
    const { path } = host.placeOf(key);
    const document = await host.open(key);
    if (!document) return refuse(unopened(path));
    if (!(await host.isEditable(key))) return refuse(say('{file} is read-only.', { file: path }));
    await live.settled(key);
    const { version } = document;
    const entry = store.get(key);
    if (entry?.version !== version) return 'overtaken';
    const wanted = wantedOf(
      entry.findings.map(({ finding }) => finding),
      wish,
    );
    if (!wanted) return refuse(say('The file has changed and this finding is no longer in it.'));

    const { plan, left } = await planFor(document, wanted, wish);
    if (plan.kind === 'refusal') return refuse(plan.message);
    const changes = await changesOf(document, plan);
    if (changes === 'overtaken' || 'kind' in changes) return changes;
    const isStill = document.version === version && changes.every(isCurrent);
    return isStill ? { kind: 'planned', migration: plan, changes, left } : 'overtaken';
  };

  return {
    async plan(key, wish) {
      try {
        for (let i = 0; i < ATTEMPTS; i++) {
          const outcome = await attempt(key, wish);
          if (outcome !== 'overtaken') return outcome;
        }
      } catch (error) {
        return refuse(host.failed(error));
      }
      return refuse(say('The file keeps changing. Try again when it no longer changes.'));
    },
  };
}

/** Undefined when the finding is gone. */
const wantedOf = (findings: readonly Finding[], wish: Wish): Finding | 'all' | undefined =>
  wish.kind === 'file' ? 'all' : findings.find(({ fingerprint }) => fingerprint === wish.finding.fingerprint);

/** True as long as nobody has touched the document since it was planned for. */
export const isCurrent = ({ document, version }: FileChange): boolean =>
  !document.isClosed && document.version === version;

/** The text of a file once the plan is carried out. */
export const textAfter = ({ document, edits }: FileChange): string => applyEdits(document.getText(), edits);

const refuse = (message: Message): Refused => ({ kind: 'refused', message });

const unopened = (file: string): Message => say('{file} cannot be opened as text, so nothing was changed.', { file });
