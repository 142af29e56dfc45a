import type { Declaration } from '../../languages/contract/declaration';
import { metasOf } from '../../languages/compile';
import type { Use } from '../uses';
import { placesBeside } from './calls-beside';
import { withExports } from './exports';
import type { CallBeside, Credential, Draft } from './model';
import { plus } from './pass';
import type { DraftContext, Pass } from './pass';

/** Gives the uses a credential: one that the file has already, or a new one in the language's usual place. */
export const credential: Pass = (draft, context) => {
  const calls = placesBeside(context);
  const now: Draft = { ...draft, callsBeside: calls };
  const places = context.uses.filter(wantsCredential);
  // Some drivers make the credential themselves.
  if (places.length === 0 && calls.length === 0) return now;
  const existing = existingBefore(context);
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
  const first = Math.min(...uses.map((use) => use.match.node.start));
  return file.credentials.find((declaration) => declaration.statement.end <= first);
}

function newCredential(draft: Draft, places: readonly Use[], context: DraftContext): ReturnType<Pass> {
  const { uses, file, writer, language, choice } = context;
  const made = writer.credential(choice);
  const entity = { package: language.identityPackage, path: [made.export] };
  const type = writer.local(entity) ?? made.export;
  const code = made.code.replace(made.export, type);
  const building = plus(draft, { packages: [language.identityPackage] });
  const built: Credential = { codeAt: () => code, declaration: null, builds: type };
  // A credential that replaces a credential stays where that one is.
  if (uses.every(replacesCredential)) return withExports({ ...building, credential: built }, [entity], context);
  if (writer.shareCredential) {
    const shared = writer.shareCredential(allPlaces(places, draft.callsBeside), code);
    const codeAt = (place: { readonly start: number; readonly end: number }): string => shared.codeAt(place);
    const sharing = plus({ ...draft, credential: { ...built, codeAt } }, { edits: shared.edits });
    if (!shared.builds) return sharing;
    return withExports(plus(sharing, { packages: [language.identityPackage] }), [entity], context);
  }
  const words = file.names.has('credential') ? ['azure', 'credential'] : ['credential'];
  const name = writer.name(words, null);
  return withExports({ ...building, credential: readFrom(name, writer.declare(name, code)) }, [entity], context);
}

const allPlaces = (uses: readonly Use[], calls: readonly CallBeside[]) => [
  ...uses.map(({ match }) => match.node),
  ...calls.map(({ beside }) => beside.at),
];
