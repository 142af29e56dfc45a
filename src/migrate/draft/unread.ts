import { coverOf } from '../../core/cover';
import type { Cover } from '../../core/cover';
import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import type { Draft } from './model';
import type { FileContext, Pass } from './pass';

/** Which declarations nothing reads any more, guards aside, once the dropped code is gone. */
export const unread: Pass<FileContext> = (draft, { file }) => {
  const none = new Set<Declaration>();
  // A variable that only renames another: its initialiser is replaced as a whole. So is what calls give a parameter.
  const replaced = draft.endpoints.map(({ declaration }) => declaration);
  return withUnread({ ...draft, dropped: [...draft.dropped, ...valuesOf(replaced, file)] }, none, file);
};

/** What goes takes its initialiser along, so that more may go. */
function withUnread(draft: Draft, known: ReadonlySet<Declaration>, file: CodeFile): Draft {
  const gone = coverOf(draft.dropped);
  const more = draft.reached.filter((one) => !known.has(one) && goesWith(one, gone, file));
  if (more.length === 0) return { ...draft, unread: known };
  const dropped = [...draft.dropped, ...valuesOf(more, file)];
  return withUnread({ ...draft, dropped }, new Set([...known, ...more]), file);
}

function goesWith(declaration: Declaration, dropped: Cover, file: CodeFile): boolean {
  const { kind, exported, removable, references } = declaration;
  const mayGo = kind === 'parameter' ? isGivenQuietly(declaration, file) : removable && /variable|field/.test(kind);
  if (exported || !mayGo) return false;
  return references.every(
    (reference) =>
      !reference.write &&
      !reference.inType &&
      (reference.role.kind === 'guard' || reference.role.kind === 'asked' || dropped.covers(reference)),
  );
}

/** What gives them their values: an initialiser, or every call. */
const valuesOf = (declarations: readonly Declaration[], file: CodeFile): readonly Span[] =>
  declarations.flatMap((one) =>
    one.initialiser
      ? [one.initialiser.outer]
      : one.kind === 'parameter'
        ? (file.parameterOf(one)?.given.map(({ own }) => own.value.outer) ?? [])
        : [],
  );

/** A parameter whose calls are all known, and give it nothing that does more than be there. */
function isGivenQuietly(declaration: Declaration, file: CodeFile): boolean {
  const parameter = file.parameterOf(declaration);
  return (
    declaration.constant && parameter?.exported === null && parameter.given.every(({ own }) => isQuiet(own.value, file))
  );
}

function isQuiet(node: CodeNode, file: CodeFile): boolean {
  if (file.settingOf(node)) return true;
  switch (node.kind) {
    case 'string':
    case 'name':
      return true;
    case 'template':
      return node.parts.every((part) => typeof part === 'string' || isQuiet(part, file));
    case 'member':
      return isQuiet(node.object, file);
    case 'fallback':
      return isQuiet(node.left, file) && isQuiet(node.right, file);
    default:
      return false;
  }
}
