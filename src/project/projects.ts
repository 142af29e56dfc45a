import { baseName, folderOf } from '../core/document';
import type { Files } from '../core/files';
import { ancestors } from '../core/paths';
import { ecosystemOf, manifestKind } from './manifests';
import { readProjects } from './read-project';
import type { Project } from './project';
import type { FolderReader } from './folders';

/** The projects of a workspace, each read when it is first asked for. */
export interface Projects {
  /** The projects whose manifests are in a folder. */
  inFolder(folder: string): Promise<readonly Project[]>;
  /** The project that a file is part of by its place and its language, or null. */
  of(path: string): Promise<Project | null>;
  /** The projects that a file may be part of: more than one where its name does not tell the language. */
  around(path: string): Promise<readonly Project[]>;
  /** Reads manifests again at the next call. */
  forget(): void;
}

export function createProjects(files: Files, folders: FolderReader): Projects {
  const known = new Map<string, Promise<readonly Project[]>>();

  const inFolder = (folder: string): Promise<readonly Project[]> => {
    const found = known.get(folder) ?? readProjects(files, folders, folder);
    known.set(folder, found);
    return found;
  };
  const around = async (path: string): Promise<readonly Project[]> => {
    const language = ecosystemOf(path);
    let nearest: readonly Project[] = [];
    for (const folder of ancestors(folderOf(path))) {
      const found = await inFolder(folder);
      const own = found.find(({ ecosystem }) => ecosystem === language);
      if (own) return [own];
      if (nearest.length === 0) nearest = found;
      // A file of any language belongs to what is nearest to it.
      if (language === null && nearest.length > 0) break;
    }
    return nearest;
  };
  return {
    inFolder,
    around,
    of: async (path) => (await around(path))[0] ?? null,
    forget: () => known.clear(),
  };
}

/** The folders of all manifests among paths, without doubles. */
export const manifestFolders = (paths: Iterable<string>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const path of paths) if (manifestKind(baseName(path)) !== null) found.add(folderOf(path));
  return found;
};
