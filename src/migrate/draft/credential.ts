import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import { metasOf } from '../../languages/compile';
import { inPlace } from '../../languages/match';
import type { Match, Passage } from '../../languages/match';
import { isFree } from '../../languages/free-name';
import { tokenReaders } from '../token-readers';
import type { Use } from '../uses';
import { placesBeside } from './calls-beside';
import { withExports } from './exports';
import type { CallBeside, Credential, Draft } from './model';
import { plus } from './pass';
import type { DraftContext, Pass } from './pass';
import { revaluedBy, revaluing } from './revalued';

/** Gives the uses a credential: one that the file has already, or a new one in the language's usual place. */
export const credential: Pass = (draft, context) => {
  const calls = placesBeside(context);
  const now: Draft = { ...draft, callsBeside: calls };
  const places = context.uses.filter(wantsCredential);
  // Some drivers make the credential themselves.
  if (places.length === 0 && calls.length === 0) return now;
  const existing = existingBefore(context);
  const kept = existing ? null : keptVariable(places, context);
  if (kept) return replaced(kept, now, context);
  if (existing) return { ...now, credential: readFrom(existing.name, null) };
  return newCredential(now, places, context);
};

/** Code that is replaced by a credential as a whole: another credential. */
export const replacesCredential = ({ match }: Use): boolean => match.pattern.toText === 'M__CREDENTIAL';

const wantsCredential = ({ match }: Use): boolean => metasOf(match.pattern.toText ?? '').has('CREDENTIAL');

const readFrom = (name: string, declaration: string | null): Credential => ({
  codeAt: () => name,
  declaration,
  builds: null,
});

/** A credential of the file that every use can see. */
function existingBefore({ uses, file }: DraftContext): Declaration | undefined {
  const places = uses.map((use) => use.match.node.start);
  const first = Math.min(...places);
  return file.credentials.find(
    ({ statement, name, nameSpan }) =>
      statement.end <= first && places.every((at) => file.scopes.meaning(name, at)?.span?.start === nameSpan.start),
  );
}

/** What the name of a variable says that holds a key. */
const NAMES_KEY = /key|secret|sas|shared|named|password/i;

/** The one variable that all uses take the old credential from, and nothing else: it may hold the new one. */
function keptVariable(uses: readonly Use[], { file, writer }: DraftContext): Declaration | null {
  if (writer.credentialHome.kind !== 'file' || uses.length === 0) return null;
  const passages = uses.map(({ match }) => match.through.filter((one) => isReplacedWhole(one, match)));
  const declaration = passages[0]?.[0]?.declaration;
  if (!declaration?.initialiser || !passages.every((own) => own.length === 1 && own[0]?.declaration === declaration))
    return null;
  const { kind, topLevel, exported, constant, references, name } = declaration;
  const fits = kind === 'field' || (kind === 'variable' && topLevel && !NAMES_KEY.test(name));
  const read = [
    ...passages.flat().map((one) => one.name.end),
    ...tokenReaders(declaration, file).map(({ end }) => end),
  ];
  if (!fits || exported || !constant || !references.every(({ end }) => read.includes(end))) return null;
  return typeSpan(declaration, file.text) === undefined ? null : declaration;
}

/** True for a variable whose value, the old credential, becomes the new one and nothing else. */
const isReplacedWhole = (passage: Passage, match: Match): boolean => {
  const { pattern: part } = passage;
  const { from, fromText, toText } = match.pattern;
  if (part === from || inPlace(match, passage)) return false;
  if (part.kind !== 'call') return part.kind === 'object';
  return part.isNew && !toText?.includes(fromText.slice(part.callee.start, part.callee.end));
};

/** Where the type of a variable is written: null where it has none, undefined where it cannot be told. */
function typeSpan({ type, nameSpan }: Declaration, text: string): Span | null | undefined {
  if (type === null) return null;
  const start = text.indexOf(type, nameSpan.end);
  return start >= 0 && /^\s*(?:[?!]\s*)?:\s*$/.test(text.slice(nameSpan.end, start))
    ? { start, end: start + type.length }
    : undefined;
}

function replaced(declaration: Declaration, draft: Draft, context: DraftContext): ReturnType<Pass> {
  const { file, writer, language, choice } = context;
  const { initialiser, prefix, name } = declaration;
  const made = writer.credential(choice);
  const { entity } = made;
  const at = declaration.nameSpan.start;
  const type = writer.local(entity, at) ?? made.export;
  const typed = typeSpan(declaration, file.text);
  const holding = plus(
    { ...draft, credential: { codeAt: () => prefix + name, declaration: null, builds: null, revalued: declaration } },
    {
      packages: [language.identityPackage],
      dropped: initialiser ? [initialiser.outer] : [],
      edits: [
        ...(initialiser ? [{ span: initialiser.outer, newText: made.code.replace(made.export, type) }] : []),
        ...(typed ? [{ span: typed, newText: type }] : []),
      ],
    },
  );
  return withExports(holding, [entity], context, at);
}

function newCredential(draft: Draft, places: readonly Use[], context: DraftContext): ReturnType<Pass> {
  const { uses, file, writer, language, choice } = context;
  const made = writer.credential(choice);
  const { entity } = made;
  const type = writer.local(entity) ?? made.export;
  const code = made.code.replace(made.export, type);
  const building = plus(draft, { packages: [language.identityPackage] });
  const built: Credential = { codeAt: () => code, declaration: null, builds: type };
  // A credential that replaces a credential stays where that one is.
  if (uses.every(replacesCredential)) return withExports({ ...building, credential: built }, [entity], context);
  if (writer.credentialHome.kind === 'places') {
    const shared = writer.credentialHome.share(allPlaces(places, draft.callsBeside), code);
    const kept = shared.builds && draft.callsBeside.length === 0 ? revaluedBy(places, file) : null;
    if (kept) {
      const reading: Credential = {
        ...built,
        codeAt: ({ start }) => kept.codes.get(start) ?? code,
        revalued: kept.declaration,
      };
      const edits = revaluing(kept, code, type, file);
      return withExports({ ...plus(building, { edits }), credential: reading }, [entity], context);
    }
    const codeAt = (place: { readonly start: number; readonly end: number }): string => shared.codeAt(place);
    const sharing = plus({ ...draft, credential: { ...built, codeAt } }, { edits: shared.edits });
    if (!shared.builds) return sharing;
    return withExports(plus(sharing, { packages: [language.identityPackage] }), [entity], context);
  }
  const name = credentialName(context);
  return withExports({ ...building, credential: readFrom(name, writer.declare(name, code)) }, [entity], context);
}

/** A name that is free at the top of the file and wherever it is read, once the old credentials' variables are gone. */
function credentialName({ uses, file, writer }: DraftContext): string {
  const places = [0, ...uses.map(({ match }) => match.node.start)];
  const old = uses.flatMap(({ match }) =>
    match.through.filter((one) => isReplacedWhole(one, match)).map(({ declaration }) => declaration),
  );
  const goes = old.filter(({ removable, exported }) => removable && !exported);
  if (isFree('credential', file.scopes, places, goes)) return 'credential';
  return writer.name(
    ['azure', 'credential'],
    null,
    { start: 0, end: 0 },
    uses.map(({ match }) => match.node),
  );
}

const allPlaces = (uses: readonly Use[], calls: readonly CallBeside[]) => [
  ...uses.map(({ match }) => match.node),
  ...calls.map(({ beside }) => beside.at),
];
