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

/**
 * The files below a folder, in order of their paths' names, read lazily: nothing of a folder is listed before its turn.
 * Honours `.gitignore` and `.secretlintignore` at every level from the root down and leaves vendored code out. The folder
 * itself is walked even when it is ignored. Links are not followed: what they point to inside the tree is met anyway.
 */
export async function* walk(access: Files, folder: string, options: WalkOptions = {}): AsyncGenerator<Walked> {
  const honour = options.ignore ?? true;
  const outer = honour ? await rulesAbove(access, folder) : [];
  const waiting: { readonly folder: string; readonly outer: IgnoreRules }[] = [{ folder, outer }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const listing = await access.list(next.folder);
    if (listing.kind === 'skip') {
      yield { path: next.folder, skip: listing };
      continue;
    }
    const names = new Set(listing.entries.map(({ name }) => name));
    if (honour && next.folder !== folder && isVendored(next.folder, names)) continue;
    const rules = honour ? await rulesIn(access, next.folder, next.outer, names) : [];
    const folders: typeof waiting = [];
    for (const { name, kind } of [...listing.entries].sort(byName)) {
      if (kind !== 'file' && kind !== 'folder') continue;
      const path = join(next.folder, name);
      if (kind === 'folder' && (OWN.has(name) || (honour && VENDORED.has(name)))) continue;
      if (isIgnored(rules, path, kind === 'folder')) continue;
      if (kind === 'file') yield { path, skip: null };
      else folders.push({ folder: path, outer: rules });
    }
    waiting.push(...folders.reverse());
  }
}

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : 1);

function isVendored(folder: string, names: ReadonlySet<string>): boolean {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return VENDOR_MARKS.some(([folders, file]) => names.has(file) && folders.test(name));
}
