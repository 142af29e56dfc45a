import { baseName, folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { ancestors, join } from '../core/paths';
import type { Companions, ProjectContext } from '../languages/contract/language';
import { noProject } from '../languages/base/plain';
import { languages } from '../languages/index';
import { languageOf } from './tools';

/** Larger files are not code a person wrote. */
const BYTES = 1024 * 1024;

/** Files of one project that are listed for their names. */
const LISTED = 5000;

/** What other files tell of a document before its code is analysed. */
export interface Contexts {
  /** What the whole project of a document sees, read once for each project; undefined where a file is alone. */
  of(document: SourceDocument): Promise<ProjectContext | undefined>;
  /** The first file that there is among several paths. */
  first(paths: readonly string[]): Promise<ProjectFile | null>;
  /** A file has changed: what was kept of its project is read again. */
  changed(path: string): void;
}

export function createContexts(files: Files): Contexts {
  /** By the folder of the project file; null where there is none. */
  const projects = new Map<string, Promise<ProjectContext>>();
  const homes = new Map<string, Promise<string | null>>();

  const remembered = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const known = map.get(key) ?? make();
    map.set(key, known);
    return known;
  };
  const namesIn = async (folder: string): Promise<readonly string[]> => {
    const listing = await files.list(folder);
    return listing.kind === 'listing' ? listing.entries.flatMap(({ name, kind }) => (kind === 'file' ? name : [])) : [];
  };
  const read = async (path: string): Promise<ProjectFile | null> => {
    const file = await files.read(path, BYTES);
    return file.kind === 'text' ? { path, text: file.text } : null;
  };
  const readAll = async (paths: readonly string[]): Promise<ProjectFile[]> => {
    const found: ProjectFile[] = [];
    for (const path of paths) {
      const file = await read(path);
      if (file) found.push(file);
    }
    return found;
  };
  /** The folder of the project file above a folder. */
  const homeOf = (folder: string, companions: Companions): Promise<string | null> =>
    remembered(homes, keyOf(folder, companions), async () => {
      if ((await namesIn(folder)).some((name) => companions.project.test(name))) return folder;
      return folder === '' ? null : homeOf(folderOf(folder), companions);
    });
  const readProject = async (
    home: string,
    { project, above: shared, inside, skip }: Companions,
  ): Promise<ProjectContext> => {
    const paths: string[] = [];
    for (const above of ancestors(home)) {
      const named = (await namesIn(above)).filter(
        (name) => shared.test(name) || (above === home && project.test(name)),
      );
      for (const name of named) paths.push(join(above, name));
    }
    const folders = [home];
    for (let at = folders.pop(), listed = 0; at !== undefined && listed < LISTED; at = folders.pop()) {
      const listing = await files.list(at);
      if (listing.kind === 'skip') continue;
      listed += listing.entries.length;
      for (const { name, kind } of listing.entries) {
        if (kind === 'folder' && !skip.test(name)) folders.push(join(at, name));
        // A project of its own in a folder below: its files are not this one's.
        const isOther = at !== home && project.test(name);
        if (kind === 'file' && (isOther || inside.test(name))) paths.push(join(at, name));
      }
    }
    return { ...noProject, files: await readAll(paths) };
  };

  return {
    async of(document) {
      const companions = languageOf(document)?.companions;
      if (!companions) return undefined;
      const home = await homeOf(folderOf(document.path), companions);
      return home === null
        ? undefined
        : remembered(projects, keyOf(home, companions), () => readProject(home, companions));
    },
    async first(paths) {
      for (const path of paths) {
        const file = await read(path);
        if (file) return file;
      }
      return null;
    },
    changed(path) {
      const name = baseName(path);
      if (!languages.some(({ companions }) => companions && isCompanion(name, companions))) return;
      homes.clear();
      projects.clear();
    },
  };
}

const keyOf = (folder: string, { project }: Companions): string => `${project.source} ${folder}`;

const isCompanion = (name: string, { project, above, inside }: Companions): boolean =>
  [project, above, inside].some((expression) => expression.test(name));
