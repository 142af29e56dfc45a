import type { Refusal } from '../../core/finding';
import type { SharedCredential } from '../../languages/contract/credential';
import type { Declaration } from '../../languages/contract/declaration';
import { metasOf } from '../../languages/compile';
import { isFree } from '../../languages/free-name';
import type { Use } from '../uses';
import { placesBeside } from './extra-calls';
import { withExports } from './exports';
import type { ExtraCall, Credential, Draft } from './model';
import { plus } from './pass';
import type { DraftContext, Pass } from './pass';
import { isReplacedWhole, revaluedBy, revaluing } from './revalued';

/** Gives the uses a credential: one that the file has already, or a new one in the language's usual place. */
export const credential: Pass = (draft, context) => {
  const calls = placesBeside(context);
  const now: Draft = { ...draft, extraCalls: calls };
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
  revalued: null,
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

function newCredential(draft: Draft, places: readonly Use[], context: DraftContext): Draft | Refusal {
  const { uses, writer, language, choice } = context;
  const made = writer.credential(choice);
  const type = writer.local(made.entity) ?? made.export;
  const code = made.code.replace(made.export, type);
  const building = plus(draft, { packages: [language.identityPackage] });
  const built: Credential = { codeAt: () => code, declaration: null, builds: type, revalued: null };
  // A credential that replaces a credential stays where that one is.
  if (uses.every(replacesCredential)) return withExports({ ...building, credential: built }, [made.entity], context);
  const home = writer.credentialHome;
  const shared = home.kind === 'places' ? home.share(allPlaces(places, draft.extraCalls), code) : null;
  if (shared && !shared.builds) return sharing(draft, built, shared);
  const kept = draft.extraCalls.length === 0 ? revaluedBy(places, context) : null;
  if (kept) return revaluing(kept, building, context);
  if (shared) return withExports(sharing(building, built, shared), [made.entity], context);
  const name = credentialName(context);
  return withExports({ ...building, credential: readFrom(name, writer.declare(name, code)) }, [made.entity], context);
}

const sharing = (draft: Draft, built: Credential, shared: SharedCredential): Draft =>
  plus({ ...draft, credential: { ...built, codeAt: (place) => shared.codeAt(place) } }, { edits: shared.edits });

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

const allPlaces = (uses: readonly Use[], calls: readonly ExtraCall[]) => [
  ...uses.map(({ match }) => match.node),
  ...calls.map(({ beside }) => beside.at),
];
