import { folderOf } from '../core/document';
import type { Files } from '../core/files';
import { ancestors, join } from '../core/paths';
import type { Tracking, TrackingSource } from '../core/tracking';
import { isTracked } from '../project/git-index';
import type { GitIndex } from '../project/git-index';
import { isIgnored, rulesIn } from '../project/ignored';
import type { IgnoreRules } from '../project/ignored';

/** The repository that a root folder is in. */
export interface Repository {
  /** Null where there is none that can be read: a repository without a first `git add`. */
  readonly index: GitIndex | null;
  /** The root folder within the repository, with `/`; empty where it is the repository's own. */
  readonly prefix: string;
}

/** `none` where the folder is in no repository, `unknown` where that cannot be told. */
export type RepositoryLook = Repository | 'none' | 'unknown';

/** What Git does with the files of one root folder. Answers are remembered until {@link RootTracking.forget}. */
export interface RootTracking {
  of(path: string): TrackingSource;
  /** The index or a `.gitignore` has changed. */
  forget(): void;
}

/** @param look reads the repository of the root; asked once, when the first answer is wanted */
export function createTracking(files: Files, look: () => Promise<RepositoryLook>): RootTracking {
  const known = new Map<string, Tracking>();
  let repository: Promise<RepositoryLook> | null = null;
  const find = async (path: string): Promise<Tracking> => {
    const found = await (repository ??= look());
    if (typeof found === 'string') return found;
    const tracked = found.index && isTracked(found.index, join(found.prefix, path));
    if (tracked === true) return 'tracked';
    if (found.index && tracked === null) return 'unknown';
    return untracked(files, path);
  };
  return {
    of: (path) => ({
      now: () => known.get(path) ?? 'unknown',
      async find() {
        const before = known.get(path);
        if (before) return before;
        const asked = repository;
        const answer = await find(path).catch((): Tracking => 'unknown');
        // Not where it was forgotten meanwhile.
        if (asked === null || asked === repository) known.set(path, answer);
        return answer;
      },
    }),
    forget() {
      known.clear();
      repository = null;
    },
  };
}

const GITIGNORE: ReadonlySet<string> = new Set(['.gitignore']);

/** What becomes of a file that is not in the index. */
async function untracked(files: Files, path: string): Promise<Tracking> {
  let rules: IgnoreRules = [];
  for (const folder of ancestors(folderOf(path)).reverse()) {
    if (folder !== '' && isIgnored(rules, folder, true)) return 'ignored';
    if (folder !== '' && (await isRepository(files, folder))) return 'unknown';
    rules = await rulesIn(files, folder, rules, GITIGNORE);
  }
  return isIgnored(rules, path, false) ? 'ignored' : 'untracked';
}

/** A repository within the repository has an index of its own. */
async function isRepository(files: Files, folder: string): Promise<boolean> {
  const listing = await files.list(folder);
  return listing.kind === 'listing' && listing.entries.some(({ name }) => name === '.git');
}
