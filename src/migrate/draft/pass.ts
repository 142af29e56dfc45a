import type { ProjectFile } from '../../core/files';
import type { Refusal } from '../../core/finding';
import type { Span } from '../../core/span';
import type { CredentialChoice } from '../../languages/contract/credential';
import type { CodeFile } from '../../languages/contract/file';
import type { Language } from '../../languages/contract/language';
import type { CodeWriter } from '../../languages/contract/writer';
import type { Use } from '../uses';
import type { Draft } from './model';

/** One file, and how code is written in its style. */
export interface FileContext {
  readonly file: CodeFile;
  readonly writer: CodeWriter;
}

/** What the passes may look at besides the draft. */
export interface DraftContext extends FileContext {
  /** The uses of one secret, which move together. */
  readonly uses: readonly Use[];
  /** Statements that only declare a key credential which nothing takes. */
  readonly unused: readonly Span[];
  readonly language: Language;
  readonly choice: CredentialChoice;
  readonly readers: Readers;
  readonly writerOf: (file: CodeFile) => CodeWriter;
}

/** Who else may read the secrets that other files hold. */
export interface Readers {
  /** The file of the finding. */
  readonly path: string;
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same is among `files`. */
  readonly complete: boolean;
}

/** One step of drafting: the draft with what it adds, or the reason why there is none. */
export type Pass<Context = DraftContext> = (draft: Draft, context: Context) => Draft | Refusal;

/** Code that a pass writes, with the draft that has all the code needs. */
export interface Written {
  readonly code: string;
  readonly draft: Draft;
}

export const isRefusal = (result: object | string): result is Refusal =>
  typeof result === 'object' && 'id' in result && 'message' in result;

/** One step after the other, until one refuses. */
export function inTurn<Item, State extends object>(
  items: Iterable<Item>,
  start: State,
  step: (state: State, item: Item) => State | Refusal,
): State | Refusal {
  let state = start;
  for (const item of items) {
    const next = step(state, item);
    if (isRefusal(next)) return next;
    state = next;
  }
  return state;
}

/** What a pass may add to a draft at its end. */
type Additions = Partial<Pick<Draft, 'edits' | 'endpoints' | 'reached' | 'dropped' | 'added' | 'gone' | 'packages'>>;

export function plus(draft: Draft, { reached, ...more }: Additions): Draft {
  return {
    ...draft,
    edits: joined(draft.edits, more.edits),
    endpoints: joined(draft.endpoints, more.endpoints),
    reached: reached ? [...new Set([...draft.reached, ...reached])] : draft.reached,
    dropped: joined(draft.dropped, more.dropped),
    added: joined(draft.added, more.added),
    gone: joined(draft.gone, more.gone),
    packages: joined(draft.packages, more.packages),
  };
}

const joined = <T>(list: readonly T[], more: readonly T[] = []): readonly T[] =>
  more.length === 0 ? list : [...list, ...more];
