import { baseName, folderOf } from '../core/document';
import type { Files } from '../core/files';
import { ancestors, join } from '../core/paths';
import { isIgnored } from './ignored';
import type { IgnoreRules } from './ignored';
import { describesProjects, isProse, isSettingsFile, mayReadSettings } from './manifests';
import { isBelow } from './resolve';
import { isLeftOut, walkFolders } from './walk';
import type { WalkedFolder } from './walk';
import type { Task } from './task';

/** The paths of a workspace that may tell something, kept up to date file by file. */
export interface Tree {
  readonly paths: ReadonlySet<string>;
  /** False when a limit or a folder that could not be listed ended the search: there may be more. */
  readonly complete: boolean;
  /** Walks the workspace at the first call, and looks at what has changed since at later ones. */
  refresh(work: Task): Promise<void>;
  /** A file or folder was made, changed or deleted. */
  changed(path: string): void;
}

const isRelevant = (name: string): boolean =>
  mayReadSettings(name) || isSettingsFile(name) || isProse(name) || describesProjects(name);

const IGNORE_FILES: ReadonlySet<string> = new Set(['.gitignore', '.secretlintignore', 'pyvenv.cfg', 'CACHEDIR.TAG']);

/** A change of what is ignored or left out may bring anything along. */
const changesAll = (path: string): boolean => path === '' || IGNORE_FILES.has(baseName(path));

/**
 * One closure, hence its length: every step reads and changes the same five sets of paths.
 * `limit` is the number of paths that are kept at most. `touched` is told of each path that comes or goes; null is any number of
 * them.
 */
export function createTree(files: Files, limit: number, touched: (path: string | null) => void): Tree {
  const paths = new Set<string>();
  /** The folders that were walked, with the rules inside each. */
  const folders = new Map<string, IgnoreRules>();
  const unlisted = new Set<string>();
  const pending = new Set<string>();
  let walked = false;
  let truncated = false;

  const add = (path: string): void => {
    if (paths.has(path)) return;
    if (paths.size >= limit) {
      truncated = true;
      return;
    }
    paths.add(path);
    touched(path);
  };
  const take = ({ folder, skip, rules, files: names, ignored }: WalkedFolder): void => {
    if (skip) {
      if (skip.reason !== 'missing') unlisted.add(folder);
      return;
    }
    folders.set(folder, rules);
    for (const name of names) if (isRelevant(name)) add(join(folder, name));
    // Git ignores settings files as a rule, and code reads them all the same.
    for (const name of ignored) if (isSettingsFile(name)) add(join(folder, name));
  };
  const walkFrom = async (folder: string, work: Task): Promise<void> => {
    for await (const found of walkFolders(files, folder)) {
      take(found);
      if (truncated) return;
      await work.pause();
    }
  };
  const forget = (path: string): void => {
    if (paths.delete(path)) touched(path);
    unlisted.delete(path);
    if (!folders.has(path)) return;
    for (const one of paths) {
      if (!isBelow(one, path)) continue;
      paths.delete(one);
      touched(one);
    }
    for (const set of [folders, unlisted])
      for (const one of [...set.keys()]) if (one === path || isBelow(one, path)) set.delete(one);
  };
  const entryKind = async (path: string): Promise<string | null> => {
    const listing = await files.list(folderOf(path));
    return listing.kind === 'listing'
      ? (listing.entries.find(({ name }) => name === baseName(path))?.kind ?? null)
      : null;
  };
  /** Looks at a path again: it may have come, gone or become something else. */
  const look = async (path: string, work: Task): Promise<void> => {
    const folder = folderOf(path);
    const rules = folders.get(folder);
    if (!rules) {
      // A new folder above it, or one that is left out: the topmost one that is not known decides.
      const top = ancestors(folder)
        .reverse()
        .find((one) => !folders.has(one));
      if (top !== undefined && top !== '' && top !== path) await look(top, work);
      return;
    }
    const kind = await entryKind(path);
    const known = paths.has(path) && kind === 'file';
    if (!known) forget(path);
    const name = baseName(path);
    if (kind === 'file') {
      const ignored = isIgnored(rules, path, false);
      if ((isRelevant(name) && !ignored) || isSettingsFile(name)) add(path);
    } else if (kind === 'folder' && !isLeftOut(name) && !isIgnored(rules, path, true)) await walkFrom(path, work);
  };

  return {
    paths,
    get complete() {
      return walked && !truncated && unlisted.size === 0;
    },
    async refresh(work) {
      const changes = [...pending];
      if (!walked || (changes.length > 0 && !folders.has('')) || changes.some(changesAll)) {
        walked = false;
        truncated = false;
        touched(null);
        paths.clear();
        folders.clear();
        unlisted.clear();
        pending.clear();
        await walkFrom('', work);
        walked = true;
        return;
      }
      for (const path of changes) {
        // What changes while it is looked at is looked at again.
        pending.delete(path);
        try {
          await look(path, work);
        } catch (ended) {
          pending.add(path);
          throw ended;
        }
      }
    },
    changed: (path) => void pending.add(path),
  };
}
