import type { SourceDocument } from '../core/document';
import type { Declaration } from '../languages/contract/declaration';
import type { CodeFile } from '../languages/contract/file';
import type { Trace } from '../languages/trace';
import type { Analysis } from '../migrate/analysis';
import type { Model } from '../project/model';

/** Every declaration that a secret passes, with those inside a template. */
const declarationsOf = ({ declarations, inner }: Trace): readonly Declaration[] =>
  inner ? [...declarations, ...declarationsOf(inner)] : declarations;

/**
 * The exported names on the ways of the secrets that nothing in the workspace reads, so that they can be treated as the file's
 * own. A name counts as read where the search could not be finished.
 */
export async function unreadExports(
  model: Model,
  { path }: SourceDocument,
  { groups, file }: Analysis,
): Promise<ReadonlySet<string>> {
  const exported = groups
    .flatMap(({ uses }) => uses)
    .flatMap(({ trace }) => declarationsOf(trace))
    .filter((one) => one.exported);
  const unread = new Set<string>();
  // Without a project nobody can tell who else there is.
  if (exported.length === 0 || (await model.projectOf(path)) === null) return unread;
  for (const declaration of new Set(exported)) {
    if (!isOnlyRead(declaration, file)) continue;
    const { files, complete } = await model.importersOf(path, exportedName(declaration));
    if (complete && files.length === 0) unread.add(declaration.name);
  }
  return unread;
}

const exportedName = ({ owner, name }: Declaration): string => (owner === null ? name : `${owner}.${name}`);

/** True when the file mentions a name only where it declares and reads it by that name. */
const isOnlyRead = ({ name, references }: Declaration, { scopes }: CodeFile): boolean =>
  scopes.mentions(name).length === references.length + 1;
