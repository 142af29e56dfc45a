import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { folderOf } from '../core/document';
import type { Files } from '../core/files';
import { ancestors } from '../core/paths';
import { isManifest } from '../project/manifests';
import type { Target } from './target';

/**
 * The files of a root of which only the given PATHs, and what is below them, may be written. What a migration needs
 * outside of them is left to the person, as a step. A PATH that is a file stands for the project around it.
 * @param places the PATHs that lie in this root
 */
export function withinScope(files: Files, root: string, places: readonly Target[]): Files {
  const scopes = Promise.all(places.map((place) => scopeOf(files, place)));
  return {
    list: (folder) => files.list(folder),
    read: (path, limit) => files.read(path, limit),
    async editable(path) {
      const inside = (await scopes).some((scope) => scope === '' || path === scope || path.startsWith(`${scope}/`));
      return inside && isBelow(root, path) && (await files.editable(path));
    },
  };
}

/** A folder itself; of a file the nearest folder with a manifest, else the file's own. */
async function scopeOf(files: Files, { path, kind }: Target): Promise<string> {
  if (kind === 'folder') return path;
  for (const folder of ancestors(folderOf(path))) {
    const listing = await files.list(folder);
    const entries = listing.kind === 'listing' ? listing.entries : [];
    if (entries.some((entry) => entry.kind === 'file' && isManifest(entry.name))) return folder;
  }
  return folderOf(path);
}

/** True for a file that, links resolved, lies below the root: a link never leads a write out of it. */
function isBelow(root: string, path: string): boolean {
  try {
    const way = relative(realpathSync(root), realpathSync(join(root, path)));
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  } catch {
    return false;
  }
}
