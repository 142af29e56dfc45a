import type { Refusal } from '../../core/finding';
import { contains } from '../../core/span';
import { pathOf } from '../../languages/compile';
import type { Declaration } from '../../languages/contract/declaration';
import { inPlace } from '../../languages/match';
import type { Match, ResolvedName } from '../../languages/match';
import { tokenReaders } from '../token-readers';
import type { Use } from '../uses';
import { withExports } from './exports';
import type { Draft } from './model';
import { plus } from './pass';
import type { DraftContext } from './pass';

/** A variable with the old credential that keeps its place and its name: only its value and its type change. */
export interface Revalued {
  readonly declaration: Declaration;
  /** How each use reads it, by where the use starts. */
  readonly codes: ReadonlyMap<number, string>;
}

/** Names that would not be true any more. */
const NAMES_KEY = /key|secret|sas|shared|named|password/i;

/**
 * The variable that hands the old credential to all of these uses, where nothing else reads it and its name fits the credential
 * that takes its place.
 */
export function revaluedBy(uses: readonly Use[], context: DraftContext): Revalued | null {
  const passages = uses.map(({ match }) => match.through.filter((one) => isReplacedWhole(one, match)));
  const declaration = passages[0]?.[0]?.declaration;
  if (!declaration || !passages.every((own) => own.length === 1 && own[0]?.declaration === declaration)) return null;
  const names = passages.flat().map(({ name }) => name);
  const { constant, exported, references, initialiser } = declaration;
  if (!initialiser || !constant || exported || !keepsItsPlace(declaration, context)) return null;
  const readers = new Set([...names, ...tokenReaders(declaration, context.file)].map(({ end }) => end));
  if (!references.every(({ end }) => readers.has(end))) return null;
  const codes = uses.map(({ match }, i): [number, string] => {
    const { start, end } = names[i]?.outer ?? match.node;
    // A cast to the old type goes; what leads to a member stays.
    const whole = context.writer.credentialHome.kind === 'file' ? null : context.file.text.slice(start, end);
    return [match.node.start, whole ?? declaration.prefix + declaration.name];
  });
  return { declaration, codes: new Map(codes) };
}

/** True for a variable whose value, the old credential, becomes the new one and nothing else. */
export function isReplacedWhole(passage: ResolvedName, match: Match): boolean {
  const { pattern: part } = passage;
  const { from, fromText, toText } = match.pattern;
  if (part === from || inPlace(match, passage)) return false;
  if (part.kind !== 'call') return part.kind === 'object';
  const isCredential = /Credentials?$/.test(pathOf(part.callee)?.at(-1) ?? '');
  return part.isNew && isCredential && !toText?.includes(fromText.slice(part.callee.start, part.callee.end));
}

/** True for a variable that is where a credential of this language may be. */
function keepsItsPlace(
  { kind, name, topLevel, initialiser, removable, statement }: Declaration,
  { writer }: DraftContext,
): boolean {
  const isField = kind === 'field';
  // In a file that shares one credential only a field keeps its own, whatever it is called: the class owns both.
  if (writer.credentialHome.kind === 'file')
    return isField || (kind === 'variable' && topLevel && !NAMES_KEY.test(name));
  const isAlone = removable !== null && contains(removable, statement);
  return (isField || kind === 'variable') && !NAMES_KEY.test(name) && isAlone && initialiser?.kind === 'call';
}

/** The new value, and the new type where one is written. */
export function revaluing({ declaration, codes }: Revalued, draft: Draft, context: DraftContext): Draft | Refusal {
  const { initialiser, typeSpan, nameSpan, prefix, name } = declaration;
  const { entity, code, export: called } = context.writer.credential(context.choice);
  const type = context.writer.local(entity, nameSpan.start) ?? called;
  const credential = {
    codeAt: ({ start }: { readonly start: number }) => codes.get(start) ?? prefix + name,
    declaration: null,
    builds: null,
    revalued: declaration,
  };
  const edits = [
    ...(initialiser ? [{ span: initialiser.outer, newText: code.replace(called, type) }] : []),
    ...(typeSpan ? [{ span: typeSpan, newText: type }] : []),
  ];
  const holding = plus({ ...draft, credential }, { edits, dropped: initialiser ? [initialiser.outer] : [] });
  return withExports(holding, [entity], context, nameSpan.start);
}
