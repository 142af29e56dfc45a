import { baseName, folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { ancestors, join } from '../core/paths';
import type { ProjectContext } from '../languages/contract/language';

/** Larger files are not code a person wrote. */
const BYTES = 1024 * 1024;

/** Files of one C# project that are listed for their names. */
const LISTED = 5000;

/** What other files tell of a document before its code is analysed. */
export interface Contexts {
  /** What the whole project of a document sees, read once for each project; undefined where a file stands alone. */
  of(document: SourceDocument): Promise<ProjectContext | undefined>;
  /** The first file that there is among several paths. */
  first(paths: readonly string[]): Promise<ProjectFile | null>;
  /** A file has changed: what was kept of its project is read again. */
  changed(path: string): void;
}

const isCSharp = ({ path, languageId }: SourceDocument): boolean =>
  languageId === undefined ? /\.cs$/i.test(path) : languageId === 'csharp';

/** Where `global using` stands by custom. Reading every file of a project for it would cost more than it finds. */
const HOLDS_USINGS = /(?:usings?|imports?|globals?|assemblyinfo|^program)[\w.]*\.cs$/i;

/** Folders of a C# project whose files nobody wrote. */
const NOT_SOURCES = /^(?:bin|obj|node_modules|packages|\..*)$/i;

const DESCRIBES_PROJECT = /\.csproj$|^Directory\.Build\.props$/i;

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
  const homeOf = (folder: string): Promise<string | null> =>
    remembered(homes, folder, async () => {
      if ((await namesIn(folder)).some((name) => /\.csproj$/i.test(name))) return folder;
      return folder === '' ? null : homeOf(folderOf(folder));
    });
  const readProject = async (home: string): Promise<ProjectContext> => {
    const paths: string[] = [];
    for (const above of ancestors(home)) {
      const named = (await namesIn(above)).filter((name) => DESCRIBES_PROJECT.test(name));
      for (const name of named) if (above === home || !/\.csproj$/i.test(name)) paths.push(join(above, name));
    }
    const folders = [home];
    for (let at = folders.pop(), listed = 0; at !== undefined && listed < LISTED; at = folders.pop()) {
      const listing = await files.list(at);
      if (listing.kind === 'skip') continue;
      listed += listing.entries.length;
      for (const { name, kind } of listing.entries) {
        if (kind === 'folder' && !NOT_SOURCES.test(name)) folders.push(join(at, name));
        // A project of its own in a folder below: its files are not this one's.
        const isOther = at !== home && /\.csproj$/i.test(name);
        if (kind === 'file' && (isOther || HOLDS_USINGS.test(name))) paths.push(join(at, name));
      }
    }
    return { files: await readAll(paths) };
  };

  return {
    async of(document) {
      if (!isCSharp(document)) return undefined;
      const home = await homeOf(folderOf(document.path));
      return home === null ? undefined : remembered(projects, home, () => readProject(home));
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
      if (!DESCRIBES_PROJECT.test(name) && !HOLDS_USINGS.test(name)) return;
      homes.clear();
      projects.clear();
    },
  };
}
