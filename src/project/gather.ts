import { baseName, folderOf } from '../core/document';
import type { Files, FileText, ProjectFile } from '../core/files';
import { tellsTool } from '../steps/install';
import { isManifest, isSettingsFile, MANIFESTS, mayReadSettings } from './manifests';
import { ancestors, join } from '../core/paths';
import { walk } from './walk';

/** How far the search for readers of a setting goes. */
interface GatherLimits {
  /** Files looked into. */
  readonly searched: number;
  /** Bytes of one of them; larger ones are not code a person wrote. */
  readonly bytes: number;
  /** Files that mention a name. */
  readonly found: number;
}

const GATHER_LIMITS: GatherLimits = { searched: 20_000, bytes: 1024 * 1024, found: 500 };

interface Gathered {
  readonly files: readonly ProjectFile[];
  /** Every file that mentions one of the names is among them. */
  readonly complete: boolean;
  /** Paths of the lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
}

/**
 * The files around a document that a plan may read and edit, without the document itself, ordered by path:
 * the nearest manifests, the settings files of the document's folder and of the folders above it, and every source file of
 * the root that mentions one of the names (settings, imported files), with its manifests. Sources are searched as a scan would, ignore rules
 * included; settings files are found whether git ignores them or not. `imported` are files that the document reads from.
 *
 * When the search ends at a limit, readers may have been missed: settings files are then not editable, because removing a
 * setting that something still reads breaks it.
 */
export async function gatherProject(
  access: Files,
  path: string,
  settingNames: readonly string[],
  imported: readonly string[] = [],
  limits: GatherLimits = GATHER_LIMITS,
): Promise<Gathered> {
  const files = new Map<string, FileText>();
  const names = new Map<string, readonly string[]>();

  const namesIn = async (folder: string): Promise<readonly string[]> => {
    const known = names.get(folder);
    if (known) return known;
    const listing = await access.list(folder);
    const entries = listing.kind === 'listing' ? listing.entries : [];
    const found = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
    names.set(folder, found);
    return found;
  };
  const take = async (file: string): Promise<void> => {
    if (file === path || files.has(file)) return;
    const text = await access.read(file);
    if (text.kind === 'text') files.set(file, text);
  };
  const takeManifests = async (code: string): Promise<void> => {
    const wanted = MANIFESTS.filter((manifest) => manifest.code.test(code)).flatMap((manifest) => manifest.files);
    for (const manifest of wanted) {
      for (const folder of ancestors(folderOf(code))) {
        const found = (await namesIn(folder)).filter((name) => manifest.test(name));
        for (const name of found) await take(join(folder, name));
        if (found.length > 0) break;
      }
    }
  };

  await takeManifests(path);
  for (const file of imported) {
    await take(file);
    await takeManifests(file);
  }
  for (const folder of ancestors(folderOf(path))) {
    for (const name of await namesIn(folder)) if (isSettingsFile(name)) await take(join(folder, name));
  }
  const search = await searchReaders(access, settingNames, limits);
  for (const [reader, text] of search.readers) {
    if (reader !== path) files.set(reader, text);
    await takeManifests(reader);
  }

  const project: ProjectFile[] = [];
  for (const [file, { text, exact }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const allowed = exact && (search.complete || !isSettingsFile(baseName(file)));
    project.push({ path: file, text, editable: allowed && (await access.editable(file)) });
  }
  const manifests = project.filter(({ path: file }) => isManifest(baseName(file)));
  const folders = new Set(manifests.flatMap(({ path: file }) => ancestors(folderOf(file))));
  const locks: string[] = [];
  for (const folder of folders)
    for (const name of await namesIn(folder)) if (tellsTool(name)) locks.push(join(folder, name));
  return { files: project, complete: search.complete, locks };
}

interface Readers {
  readonly readers: ReadonlyMap<string, FileText>;
  /** False when a limit ended the search. */
  readonly complete: boolean;
}

async function searchReaders(access: Files, settingNames: readonly string[], limits: GatherLimits): Promise<Readers> {
  const readers = new Map<string, FileText>();
  const wanted = settingNames.filter((name) => name !== '');
  if (wanted.length === 0) return { readers, complete: true };
  let searched = 0;
  for await (const { path, skip } of walk(access, '')) {
    const name = baseName(path);
    if (skip || (!mayReadSettings(name) && !isSettingsFile(name))) continue;
    if (++searched > limits.searched) return { readers, complete: false };
    const file = await access.read(path, limits.bytes);
    if (file.kind === 'skip' || !wanted.some((word) => file.text.includes(word))) continue;
    if (readers.size >= limits.found) return { readers, complete: false };
    readers.set(path, file);
  }
  return { readers, complete: true };
}
