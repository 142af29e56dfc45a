import { LOWER_A, LOWER_Z, NINE, NOT_ASCII, UNDERSCORE, UPPER_A, UPPER_Z, ZERO } from '../core/units';
import type { ProjectFile } from '../core/files';
import { isProse } from './manifests';
import type { Nearness } from './nearness';
import type { Workspace } from './workspace';

/** `project`: files of the document's own project; `related`: also those of related projects and shared ones. */
export type Scope = 'project' | 'related' | 'workspace';

export interface Mentions {
  /** Ordered by path, without the document that was asked for. */
  readonly files: readonly ProjectFile[];
  /** Every file that mentions one of the words is among them. */
  readonly complete: boolean;
}

const SCOPES: Readonly<Record<Scope, readonly Nearness[]>> = {
  project: ['own'],
  related: ['own', 'related', 'shared'],
  workspace: ['own', 'related', 'shared', 'other'],
};

const isWordUnit = (unit: number): boolean =>
  unit >= NOT_ASCII ||
  (unit >= ZERO && unit <= NINE) ||
  (unit >= UPPER_A && unit <= UPPER_Z) ||
  unit === UNDERSCORE ||
  (unit >= LOWER_A && unit <= LOWER_Z);

/** Where a name is in a text as a whole: not a part of a longer word. */
export function* placesOf(text: string, name: string): Generator<number> {
  if (name === '') return;
  const [opens, closes] = [isWordUnit(name.charCodeAt(0)), isWordUnit(name.charCodeAt(name.length - 1))];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (opens && at > 0 && isWordUnit(text.charCodeAt(at - 1))) continue;
    if (closes && end < text.length && isWordUnit(text.charCodeAt(end))) continue;
    yield at;
  }
}

export const mentions = (text: string, name: string): boolean => placesOf(text, name).next().done === false;

/** The files that mention one of the words as a whole, with their texts. Prose is left out. */
export async function filesMentioning(
  workspace: Workspace,
  words: readonly string[],
  path: string,
  scope: Scope,
): Promise<Mentions> {
  const wanted = words.filter((word) => word !== '');
  const found: ProjectFile[] = [];
  if (wanted.length === 0) return { files: found, complete: true };
  const home = await workspace.homeOf(path);
  for await (const { path: other, file, nearness } of workspace.holding(wanted, home)) {
    if (other === path || !SCOPES[scope].includes(nearness) || isProse(other)) continue;
    if (!wanted.some((word) => mentions(file.text, word))) continue;
    if (found.length >= workspace.limits.found) return { files: found, complete: false };
    found.push({ path: other, text: file.text, editable: file.exact && (await workspace.files.editable(other)) });
  }
  return { files: found, complete: workspace.isComplete() };
}
