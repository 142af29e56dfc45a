import type { SourceDocument } from '../core/document';
import { remembered } from '../core/remember';
import type { Span } from '../core/span';
import { spanIndex } from '../core/span-index';
import type { Declaration } from '../languages/contract/declaration';
import type { CodeFile } from '../languages/contract/file';
import type { Trace } from '../languages/trace';
import type { Analysis } from '../migrate/analysis';
import type { Model } from '../project/model';
import { isPublished } from '../project/project';

/** Every declaration that a secret passes, with those inside a template. */
const declarationsOf = ({ declarations, inner, passed }: Trace): readonly Declaration[] => [
  ...declarations,
  ...(inner ? declarationsOf(inner) : []),
  ...(passed?.values.flatMap(({ from }) => declarationsOf(from)) ?? []),
];

/**
 * The exported names on the ways of the secrets that nothing in the workspace reads, so that they can be treated as the file's
 * own. A name counts as read where the search could not be finished.
 */
export async function unreadExports(
  model: Model,
  { path }: SourceDocument,
  { groups, file }: Analysis,
): Promise<ReadonlySet<string>> {
  const declarations = groups.flatMap(({ uses }) => uses).flatMap(({ trace }) => declarationsOf(trace));
  const asked = new Set(declarations.flatMap((one) => outsideName(one, file) ?? []));
  const fields = new Set(declarations.filter(isOpenField).map(({ name }) => name));
  const unread = new Set<string>();
  // Without a project nobody can tell who else there is.
  const project = asked.size + fields.size === 0 ? null : await model.projectOf(path);
  if (project === null) return unread;
  // The users of a package may read what its objects show.
  for (const name of isPublished(project) ? [] : fields) {
    const { files, complete } = await model.filesMentioning([name], path, 'workspace');
    if (complete && files.length === 0) unread.add(`this.${name}`);
  }
  for (const name of asked) {
    const { files, complete } = await model.importersOf(path, name);
    if (complete && files.length === 0) unread.add(name.slice(name.lastIndexOf('.') + 1));
  }
  return unread;
}

/** A field that any file may read that has the object: the language has seen that this one says its name only to read it. */
const isOpenField = ({ kind, exported, prefix }: Declaration): boolean =>
  kind === 'field' && exported && prefix === 'this.';

/** The name under which other files may read a declaration, or call the function of a parameter; null where none matters. */
function outsideName(declaration: Declaration, file: CodeFile): string | null {
  if (declaration.kind === 'parameter') return file.parameterOf(declaration)?.exported ?? null;
  return declaration.exported && !isOpenField(declaration) && isOnlyRead(declaration, file)
    ? exportedName(declaration)
    : null;
}

const exportedName = ({ owner, name }: Declaration): string => (owner === null ? name : `${owner}.${name}`);

/** True when the file mentions a name only where it declares and reads it by that name. */
const isOnlyRead = (declaration: Declaration, file: CodeFile): boolean =>
  file.scopes.mentions(declaration.name).filter((place) => mayMean(declaration, place, file)).length ===
  declaration.references.length + 1;

/** False for a mention that cannot be the declaration's: in a comment, of a member where a variable is meant, or of another type. */
function mayMean({ owner }: Declaration, place: Span, file: CodeFile): boolean {
  if (commentsIn(file)(place).length > 0) return false;
  const holder = holderOf(file.text, place);
  if (owner === null) return holder === null;
  return holder === null || holder === '' || holder === owner || !isAlwaysQualifying(owner, file);
}

/** The name before the dot of a member, or nothing where there is none or it is the type's own; null for a name without a dot. */
function holderOf(text: string, { start }: Span): string | null {
  const before = text.slice(Math.max(0, start - 124), start);
  if (!/(?:^|[^.])\.\s{0,20}$/.test(before)) return null;
  const name = /([A-Za-z_]\w{0,99})\??\.\s{0,20}$/.exec(before)?.[1] ?? '';
  return /^(?:this|base|self)$/.test(name) ? '' : name;
}

/** True where a file says the name of a type only to declare it and to read its members: nothing else goes by another name. */
function isAlwaysQualifying(owner: string, file: CodeFile): boolean {
  const known = qualifying.get(file) ?? new Map<string, boolean>();
  const answer =
    known.get(owner) ??
    file.scopes.mentions(owner).every((place) => isDeclared(file.text, place) || file.text.charAt(place.end) === '.');
  qualifying.set(file, known.set(owner, answer));
  return answer;
}

/** Asked once for each owner, however many members of it are looked at. */
const qualifying = new WeakMap<CodeFile, Map<string, boolean>>();

const isDeclared = (text: string, { start }: Span): boolean =>
  /\b(?:class|struct|record)\s{1,20}$/.test(text.slice(Math.max(0, start - 30), start));

const commentsIn = remembered(({ text, dialect }: CodeFile) =>
  spanIndex(
    dialect.literalsIn(text).filter(({ kind }) => kind === 'comment'),
    ({ inner }) => [inner],
  ),
);
