import type { Entry, Files, Skip } from '../core/files';
import { isIgnored, rulesAbove, rulesIn } from './ignored';
import type { IgnoreRules } from './ignored';
import { join } from '../core/paths';

export interface WalkOptions {
  /** False looks at everything but the version control's own folders. Default true. */
  readonly ignore?: boolean;
}

/** A file to look at, or a folder that could not be listed. */
export interface Walked {
  readonly path: string;
  readonly skip: Skip | null;
}

/** Version control's own data: never looked at. */
const OWN = new Set(['.git', '.hg', '.svn', '.jj']);

/** Folders of other people's code, by name. Build output is not among them: what is committed there leaks as well. */
const VENDORED = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'site-packages',
  '__pycache__',
  '.yarn',
  '.pnpm-store',
  '.terraform',
  '.gradle',
  '.vscode-test',
]);

/** Files whose presence says the same: a virtual environment, any tool's cache, Go and Composer vendor folders. */
const VENDOR_MARKS: readonly (readonly [folder: RegExp, file: string])[] = [
  [/./, 'pyvenv.cfg'],
  [/./, 'CACHEDIR.TAG'],
  [/^vendor$/, 'modules.txt'],
  [/^vendor$/, 'autoload.php'],
];

/** A folder of a walk: its files that are not ignored by name, and the rules inside it; or why it could not be listed. */
export interface WalkedFolder {
  readonly folder: string;
  readonly skip: Skip | null;
  readonly rules: IgnoreRules;
  readonly files: readonly string[];
  /** Files that the rules exclude, by name. */
  readonly ignored: readonly string[];
}

/**
 * The files below a folder, in order of their paths' names, read lazily: nothing of a folder is listed before its turn.
 * Honours `.gitignore` and `.secretlintignore` at every level from the root down and leaves vendored code out. The folder
 * itself is walked even when it is ignored. Links are not followed: what they point to inside the tree is met anyway.
 */
export async function* walk(access: Files, folder: string, options: WalkOptions = {}): AsyncGenerator<Walked> {
  for await (const found of walkFolders(access, folder, options)) {
    if (found.skip) yield { path: found.folder, skip: found.skip };
    for (const name of found.files) yield { path: join(found.folder, name), skip: null };
  }
}

/** The same walk, folder by folder. Vendored folders are left out altogether. */
export async function* walkFolders(
  access: Files,
  folder: string,
  options: WalkOptions = {},
): AsyncGenerator<WalkedFolder> {
  const honour = options.ignore ?? true;
  const outer = honour ? await rulesAbove(access, folder) : [];
  const waiting: { readonly folder: string; readonly outer: IgnoreRules }[] = [{ folder, outer }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const listing = await access.list(next.folder);
    if (listing.kind === 'skip') {
      yield { folder: next.folder, skip: listing, rules: next.outer, files: [], ignored: [] };
      continue;
    }
    const names = new Set(listing.entries.map(({ name }) => name));
    if (honour && next.folder !== folder && isVendored(next.folder, names)) continue;
    const rules = honour ? await rulesIn(access, next.folder, next.outer, names) : [];
    const folders: typeof waiting = [];
    const files: string[] = [];
    const ignored: string[] = [];
    for (const { name, kind } of [...listing.entries].sort(byName)) {
      if (kind !== 'file' && kind !== 'folder') continue;
      const path = join(next.folder, name);
      if (kind === 'folder' && isLeftOut(name, honour)) continue;
      const excluded = isIgnored(rules, path, kind === 'folder');
      if (kind === 'file') (excluded ? ignored : files).push(name);
      else if (!excluded) folders.push({ folder: path, outer: rules });
    }
    yield { folder: next.folder, skip: null, rules, files, ignored };
    waiting.push(...folders.reverse());
  }
}

/** True for folders that no walk enters, by their name: version control's own data and, unless asked for, vendored code. */
export const isLeftOut = (name: string, honour = true): boolean => OWN.has(name) || (honour && VENDORED.has(name));

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : 1);

function isVendored(folder: string, names: ReadonlySet<string>): boolean {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return VENDOR_MARKS.some(([folders, file]) => names.has(file) && folders.test(name));
}
