import { folderOf } from '../core/document';
import { ecosystemOf } from './manifests';
import type { Project } from './project';
import { isBelow } from './resolve';

/**
 * How near a file is to a document. `own`: in the same project. `related`: in a project that this one sees or is seen by.
 * `shared`: in no project, or beside the projects of a repository: workflows, compose files, a `.env` at the root. `other`: in a
 * project that has nothing to do with this one; never edited.
 */
export type Nearness = 'own' | 'related' | 'shared' | 'other';

/** From where nearness is judged. */
export interface Home {
  readonly path: string;
  readonly project: Project | null;
  /** Ids of the projects related to it. */
  readonly related: ReadonlySet<string>;
}

/** How near a file is, given the projects that it may be part of. */
export function nearnessOf(path: string, projects: readonly Project[], home: Home): Nearness {
  const { project } = home;
  if (projects.length === 0) return project === null && isAlong(path, home.path) ? 'own' : 'shared';
  if (project && projects.some(({ id }) => id === project.id)) return 'own';
  if (projects.some(({ id }) => home.related.has(id))) return 'related';
  const encloses = projects.some(({ folder }) => isBelow(home.path, folder));
  return encloses && ecosystemOf(path) === null ? 'shared' : 'other';
}

/** True where one file is in the folder of the other or in a folder above or below it. */
const isAlong = (a: string, b: string): boolean => isBelow(a, folderOf(b)) || isBelow(b, folderOf(a));
