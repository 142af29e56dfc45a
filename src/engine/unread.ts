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

/** False for a mention that cannot be the declaration's: in a comment, or of a member where a variable is meant. */
const mayMean = ({ owner }: Declaration, place: Span, file: CodeFile): boolean =>
  !(owner === null && isMember(file.text, place)) && !commentsIn(file)(place).length;

const isMember = (text: string, { start }: Span): boolean =>
  /(?:^|[^.])\.\s{0,20}$/.test(text.slice(Math.max(0, start - 22), start));

const commentsIn = remembered(({ text, dialect }: CodeFile) =>
  spanIndex(
    dialect.literalsIn(text).filter(({ kind }) => kind === 'comment'),
    ({ inner }) => [inner],
  ),
);
