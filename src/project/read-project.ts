import { baseName } from '../core/document';
import type { Files } from '../core/files';
import { ancestors } from '../core/paths';
import { filesIn } from './folders';
import type { FolderReader } from './folders';
import { manifestKind } from './manifests';
import type { Ecosystem } from './manifests';
import type { ManifestSource, ProjectFacts } from './manifest-source';
import type { Project } from './project';
import { readDotnet } from './read-dotnet';
import { readGo, readJava, readPython } from './read-others';
import { readJavascript } from './read-javascript';

/** Larger manifests were written by no person. */
const BYTES = 1024 * 1024;

type Reader = (folder: string, manifests: readonly string[], source: ManifestSource) => Promise<ProjectFacts | null>;

const READERS: Readonly<Record<Ecosystem, Reader>> = {
  javascript: readJavascript,
  dotnet: readDotnet,
  python: readPython,
  java: readJava,
  go: readGo,
  other: () => Promise.resolve({ readable: true }),
};

const ORDER = Object.keys(READERS) as readonly Ecosystem[];

const sourceOf = (files: Files, folders: FolderReader): ManifestSource => ({
  async read(path) {
    const file = await files.read(path, BYTES);
    return file.kind === 'text' ? file.text : null;
  },
  async nearest(folder, name) {
    for (const above of ancestors(folder)) {
      const [found] = await filesIn(folders, above, (one) => name.test(one));
      if (found !== undefined) return found;
    }
    return null;
  },
  names: (folder) => folders.names(folder),
});

/** The projects whose manifests are in a folder, one for each ecosystem. */
export async function readProjects(files: Files, folders: FolderReader, folder: string): Promise<readonly Project[]> {
  const manifests = await filesIn(folders, folder, (name) => manifestKind(name) !== null);
  const found: Project[] = [];
  for (const ecosystem of ORDER) {
    const own = manifests.filter((path) => manifestKind(baseName(path)) === ecosystem);
    const facts = own.length > 0 ? await READERS[ecosystem](folder, own, sourceOf(files, folders)) : null;
    if (facts)
      found.push({
        id: `${ecosystem}:${folder}`,
        folder,
        ecosystem,
        manifests: own,
        name: null,
        dependencies: new Map(),
        references: [],
        npm: null,
        dotnet: [],
        members: [],
        ...facts,
      });
  }
  return found;
}
