import { coverOf } from '../../core/cover';
import type { Span } from '../../core/span';
import type { Entity } from '../../languages/contract/entity';
import type { CodeFile, Mention } from '../../languages/contract/file';
import { exportOf, pathOf } from '../../languages/compile';
import { refusal } from '../refusals';
import type { Use } from '../uses';
import { replacesCredential } from './credential';
import { plus } from './pass';
import type { Pass } from './pass';

/** The types of variables that hold a credential which another one replaces, in languages that write them. */
export const credentialTypes: Pass = (draft, { uses, file, writer, choice }) => {
  const replaced = uses.filter(replacesCredential);
  const old = replaced[0] && classOf(replaced[0]);
  const made = writer.credential(choice).entity;
  const everywhere = old && file.mentions(old.path[0] ?? '');
  const type = draft.credential?.builds ?? (everywhere ? null : writer.local(made));
  if (!old || type === null || (!everywhere && replaced.length < uses.length)) return draft;
  const places = coverOf(replaced.map(({ match }) => match.node));
  const isUse = (place: Span): boolean => places.covers(place);
  const mentions = (everywhere ?? typesOf(replaced, file)).filter((place) => !isUse(place) && place.as !== 'test');
  // Other code goes by the old type, or tells the two apart.
  const isBound = mentions.some(({ as }) => as === 'shared' || (as === 'given' && file.names.has(type)));
  if (isBound) return refusal('credential-elsewhere');
  const types = mentions.map(({ start, end }) => ({ start, end }));
  if (!everywhere && types.length === 0) return draft;
  if (!constructions(old, file).every(isUse)) return refusal('credential-elsewhere');
  return plus(draft, { edits: types.map((span) => ({ span, newText: type })) });
};

/** Where a declared class is named in types. */
function typesOf([use]: readonly Use[], file: CodeFile): readonly Mention[] {
  const callee = use?.match.node.kind === 'call' ? use.match.node.callee : null;
  const declaration = callee?.kind === 'name' ? file.declarationOf(callee) : null;
  return (declaration?.references.filter(({ inType }) => inType) ?? []).map(({ start, end }) => {
    const isSeen = isInSignature(file.text.slice(Math.max(0, file.statementAt(start).start - EXPORT), start));
    return { start, end, as: isSeen ? 'shared' : 'plain' };
  });
}

/** The length of `export default ` and a space more. */
const EXPORT = 16;

/** Code before a type, from a little before its statement: `export function create(): `. */
const isInSignature = (before: string): boolean =>
  /\bexport\s{1,9}(?:default\s{1,9})?(?:declare\s{1,9})?(?:async\s{1,9})?(?:function|const|let|interface|type)\b/.test(
    before.slice(before.lastIndexOf('{') + 1),
  );

/** The class of the credential that a use builds. */
function classOf({ match: { pattern } }: Use): Entity | null {
  const path = pattern.from.kind === 'call' ? pathOf(pattern.from.callee) : null;
  return path && exportOf(pattern, path);
}

const constructions = (entity: Entity, file: CodeFile): readonly Span[] =>
  file.sites.filter((site) => site.kind === 'call' && site.isNew && file.means(site.callee, entity));
