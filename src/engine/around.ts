import { baseName, folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Engine, ProjectContext, ScanOptions, ScanResult } from './engine';
import type { Files, ProjectFile } from '../core/files';
import { ancestors, join } from '../core/paths';

/** A constant, a file that hands it on, and what those read in turn. */
const HOPS = 4;

/** Larger files are not code a person wrote. */
const BYTES = 1024 * 1024;

/** Files of one C# project that are listed for their names. */
const LISTED = 5000;

export interface Scanned {
  readonly result: ScanResult;
  /** What the scan knew of other files; to be handed to the plan. */
  readonly project: ProjectContext | undefined;
  /** Paths that were looked for: a change of one of them may change the findings. */
  readonly needs: readonly string[];
}

/** Scans documents together with what other files tell of them. */
export interface Surroundings {
  /**
   * Reads other files only where the document needs them: those that a secret is imported from, and for C# the files that
   * say what the whole project sees, once for each project.
   */
  scan(document: SourceDocument, options: ScanOptions): Promise<Scanned>;
  /** A file has changed: what was kept of its project is read again. */
  forget(path: string): void;
}

const isCSharp = ({ path, languageId }: SourceDocument): boolean =>
  languageId === undefined ? /\.cs$/i.test(path) : languageId === 'csharp';

/** Where `global using` stands by custom. Reading every file of a project for it would cost more than it finds. */
const HOLDS_USINGS = /(?:usings?|imports?|globals?|assemblyinfo|^program)[\w.]*\.cs$/i;

/** Folders of a C# project whose files nobody wrote. */
const NOT_SOURCES = /^(?:bin|obj|node_modules|packages|\..*)$/i;

const DESCRIBES_PROJECT = /\.csproj$|^Directory\.Build\.props$/i;

export function createSurroundings(engine: Pick<Engine, 'scan' | 'importsOf'>, access: Files): Surroundings {
  /** By the folder of the project file; null where there is none. */
  const projects = new Map<string, Promise<ProjectContext>>();
  const homes = new Map<string, Promise<string | null>>();

  const remembered = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const known = map.get(key) ?? make();
    map.set(key, known);
    return known;
  };
  const namesIn = async (folder: string): Promise<readonly string[]> => {
    const listing = await access.list(folder);
    return listing.kind === 'listing' ? listing.entries.flatMap(({ name, kind }) => (kind === 'file' ? name : [])) : [];
  };
  const take = async (path: string, files: ProjectFile[]): Promise<void> => {
    const file = await access.read(path, BYTES);
    if (file.kind === 'text') files.push({ path, text: file.text });
  };
  /** The folder of the project file above a folder. */
  const homeOf = (folder: string): Promise<string | null> =>
    remembered(homes, folder, async () => {
      if ((await namesIn(folder)).some((name) => /\.csproj$/i.test(name))) return folder;
      return folder === '' ? null : homeOf(folderOf(folder));
    });
  const readProject = async (home: string): Promise<ProjectContext> => {
    const files: ProjectFile[] = [];
    for (const above of ancestors(home)) {
      const named = (await namesIn(above)).filter((name) => DESCRIBES_PROJECT.test(name));
      for (const name of named) if (above === home || !/\.csproj$/i.test(name)) await take(join(above, name), files);
    }
    const folders = [home];
    for (let at = folders.pop(), listed = 0; at !== undefined && listed < LISTED; at = folders.pop()) {
      const listing = await access.list(at);
      if (listing.kind === 'skip') continue;
      listed += listing.entries.length;
      for (const { name, kind } of listing.entries) {
        if (kind === 'folder' && !NOT_SOURCES.test(name)) folders.push(join(at, name));
        // A project of its own in a folder below: its files are not this one's.
        const isOther = at !== home && /\.csproj$/i.test(name);
        if (kind === 'file' && (isOther || HOLDS_USINGS.test(name))) await take(join(at, name), files);
      }
    }
    return { files };
  };
  const csharpProject = async (path: string): Promise<ProjectContext | undefined> => {
    const home = await homeOf(folderOf(path));
    return home === null ? undefined : remembered(projects, home, () => readProject(home));
  };

  return {
    async scan(document, options) {
      let project = isCSharp(document) ? await csharpProject(document.path) : undefined;
      const needs = new Set(project?.files.map(({ path }) => path));
      let result = await engine.scan(document, project ? { ...options, project } : options);
      for (let hop = 0; hop < HOPS && result.findings.some(({ origin }) => origin === 'elsewhere'); hop++) {
        const wanted = await engine.importsOf(document, project ? { ...options, project } : options);
        const found: ProjectFile[] = [];
        for (const paths of wanted) {
          for (const path of paths) {
            if (needs.has(path)) continue;
            needs.add(path);
            const before = found.length;
            await take(path, found);
            if (found.length > before) break;
          }
        }
        if (found.length === 0) break;
        project = { files: [...(project?.files ?? []), ...found] };
        result = await engine.scan(document, { ...options, project });
      }
      return { result, project, needs: [...needs] };
    },
    forget(path) {
      const name = baseName(path);
      if (!DESCRIBES_PROJECT.test(name) && !HOLDS_USINGS.test(name)) return;
      homes.clear();
      projects.clear();
    },
  };
}
