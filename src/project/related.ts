import { folderOf } from '../core/document';
import { manifestFolders } from './projects';
import type { Projects } from './projects';
import type { Project } from './project';
import { actual, globTest, isBelow, relativeTo } from './resolve';

/** Which projects see which, for all projects of a workspace. */
export interface Relations {
  readonly projects: readonly Project[];
  /** The projects that one depends on and those that depend on it, over any number of steps, ordered by their folders. */
  related(project: Project): readonly Project[];
}

export async function relationsOf(projects: Projects, paths: ReadonlySet<string>): Promise<Relations> {
  const folders = [...manifestFolders(paths)].sort();
  const all: Project[] = [];
  for (const folder of folders) all.push(...(await projects.inFolder(folder)));
  const sees = new Map(all.map((project) => [project.id, seenBy(project, all, new Set(folders))]));
  const seen = new Map<string, string[]>(all.map(({ id }) => [id, []]));
  for (const [from, targets] of sees) for (const target of targets) seen.get(target)?.push(from);
  return {
    projects: all,
    related(project) {
      const found = new Set([...reach(project.id, sees), ...reach(project.id, seen)]);
      found.delete(project.id);
      return all.filter(({ id }) => found.has(id));
    },
  };
}

/** All that can be reached; circles end where they began. */
function reach(from: string, edges: ReadonlyMap<string, Iterable<string>>): ReadonlySet<string> {
  const found = new Set([from]);
  for (const id of found) for (const next of edges.get(id) ?? []) found.add(next);
  return found;
}

/** The ids of the projects that one names: by path, or by name where both are in one workspace. */
function seenBy(project: Project, all: readonly Project[], folders: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const reference of project.references) {
    const folder = actual(reference, folders) ?? actual(folderOf(reference), folders);
    for (const other of all) if (other.folder === folder && other.ecosystem === project.ecosystem) found.add(other.id);
  }
  if (project.dependencies.size > 0)
    for (const other of all) if (isNamed(project, other) && areTogether(project, other, all)) found.add(other.id);
  return [...found];
}

const isNamed = (project: Project, other: Project): boolean =>
  other !== project &&
  other.ecosystem === project.ecosystem &&
  other.name !== null &&
  project.dependencies.has(other.name.toLowerCase());

/** True for members of one workspace. Modules of Java and Go have names that no other module has. */
function areTogether(a: Project, b: Project, all: readonly Project[]): boolean {
  if (a.ecosystem === 'java' || a.ecosystem === 'go') return true;
  return all.some((root) => root.members.length > 0 && isMember(a, root) && isMember(b, root));
}

function isMember(project: Project, root: Project): boolean {
  if (project.ecosystem !== root.ecosystem) return false;
  if (project.folder === root.folder) return true;
  if (!isBelow(project.folder, root.folder)) return false;
  const folder = relativeTo(project.folder, root.folder);
  const excluded = root.members.some((glob) => glob.startsWith('!') && globTest(glob.slice(1))(folder));
  return !excluded && root.members.some((glob) => !glob.startsWith('!') && globTest(glob)(folder));
}
