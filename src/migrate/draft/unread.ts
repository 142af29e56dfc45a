import { coverOf } from '../../core/cover';
import type { Cover } from '../../core/cover';
import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { Draft } from './model';
import type { FileContext, Pass } from './pass';

/** Which declarations nothing reads any more, guards aside, once the dropped code is gone. */
export const unread: Pass<FileContext> = (draft) => {
  const none = new Set<Declaration>();
  // A variable that only renames another: its initialiser is replaced as a whole.
  const replaced = draft.endpoints.map(({ declaration }) => declaration);
  return withUnread({ ...draft, dropped: [...draft.dropped, ...initialisersOf(replaced)] }, none);
};

/** What goes takes its initialiser along, so that more may go. */
function withUnread(draft: Draft, known: ReadonlySet<Declaration>): Draft {
  const gone = coverOf(draft.dropped);
  const more = draft.reached.filter((one) => !known.has(one) && goesWith(one, gone));
  if (more.length === 0) return { ...draft, unread: known };
  const dropped = [...draft.dropped, ...initialisersOf(more)];
  return withUnread({ ...draft, dropped }, new Set([...known, ...more]));
}

function goesWith({ kind, exported, removable, references }: Declaration, dropped: Cover): boolean {
  if (exported || !removable || (kind !== 'variable' && kind !== 'field')) return false;
  return references.every(
    (reference) =>
      !reference.write &&
      !reference.inType &&
      (reference.role.kind === 'guard' || reference.role.kind === 'asked' || dropped.covers(reference)),
  );
}

const initialisersOf = (declarations: readonly Declaration[]): readonly Span[] =>
  declarations.flatMap(({ initialiser }) => (initialiser ? [initialiser.outer] : []));
