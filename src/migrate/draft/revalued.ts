import type { TextEdit } from '../../core/edit';
import { contains } from '../../core/span';
import { pathOf } from '../../languages/compile';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { Passage } from '../../languages/match';
import type { Use } from '../uses';

/** A variable with a key credential that keeps its place and its name: only its value changes. */
export interface Revalued {
  readonly declaration: Declaration;
  /** How each use reads it, by where the use starts. */
  readonly codes: ReadonlyMap<number, string>;
}

/** Names that would not be true any more. */
const NAMES_KEY = /key|sas|secret|shared|password/i;

/**
 * The variable that hands the key credential to all of these uses, where nothing else reads it and its name fits the credential
 * that takes its place.
 */
export function revaluedBy(uses: readonly Use[], file: CodeFile): Revalued | null {
  const passages = uses.map(({ match }) => match.through.find(isCredential));
  const declaration = passages[0]?.declaration;
  if (!declaration || passages.some((passage) => passage?.declaration !== declaration)) return null;
  if (!keepsItsPlace(declaration) || NAMES_KEY.test(declaration.name)) return null;
  const names = passages.flatMap((passage) => (passage ? [passage.name] : []));
  if (!declaration.references.every(({ start }) => names.some((name) => name.start === start))) return null;
  const codes = uses.map(({ match }, i): [number, string] => {
    const outer = names[i]?.outer ?? match.node;
    return [match.node.start, file.text.slice(outer.start, outer.end)];
  });
  return { declaration, codes: new Map(codes) };
}

const isCredential = ({ pattern }: Passage): boolean =>
  pattern.kind === 'call' && pattern.isNew && /Credentials?$/.test(pathOf(pattern.callee)?.at(-1) ?? '');

function keepsItsPlace({ kind, constant, exported, initialiser, removable, statement }: Declaration): boolean {
  const isAlone = removable !== null && contains(removable, statement);
  return (kind === 'variable' || kind === 'field') && constant && !exported && isAlone && initialiser?.kind === 'call';
}

/** The new value, and the new type where one is written. */
export function revaluing(
  { declaration }: Revalued,
  code: string,
  type: string,
  { text }: CodeFile,
): readonly TextEdit[] {
  const { initialiser, type: written, statement, nameSpan } = declaration;
  const start = written === null ? -1 : text.lastIndexOf(written, nameSpan.start - 1);
  return [
    ...(initialiser ? [{ span: initialiser.outer, newText: code }] : []),
    ...(written !== null && start >= statement.start
      ? [{ span: { start, end: start + written.length }, newText: type }]
      : []),
  ];
}
