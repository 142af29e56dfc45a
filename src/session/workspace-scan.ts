import { walk } from '../project/walk';
import type { ClosedFiles } from './closed-files';
import type { Host, RootKey } from './host';

/** Files of one scan at most: beyond that the command line is the better place. */
export const SCAN_LIMIT = 20_000;

/** How often the number of files is told: a word for each would cost more than the files. */
const STRIDE = 50;

/** How a scan of the workspace went. */
export interface ScanOutcome {
  /** Files that were looked at. */
  readonly files: number;
  /** Files and folders that could not be read. */
  readonly unread: number;
  /** It stopped at {@link SCAN_LIMIT} files. */
  readonly bounded: boolean;
  readonly cancelled: boolean;
}

export interface ScanRun {
  /** Told the number of files so far, now and then. */
  readonly onProgress?: (files: number) => void;
  readonly signal?: AbortSignal;
}

export interface ScanWorkspaceOptions {
  readonly host: Pick<Host, 'roots' | 'filesOf' | 'placeOf' | 'addressOf'>;
  readonly closed: Pick<ClosedFiles, 'look'>;
}

/**
 * Looks at every file of every workspace folder, one after the other, until it is done, bounded or cancelled. A folder inside
 * another one is looked at once, as itself.
 */
export async function scanWorkspace(
  { host, closed }: ScanWorkspaceOptions,
  { onProgress, signal }: ScanRun = {},
): Promise<ScanOutcome> {
  const count = { files: 0, unread: 0 };
  const outcome = (bounded: boolean): ScanOutcome => ({ ...count, bounded, cancelled: signal?.aborted ?? false });
  for await (const { root, path, unread } of filesOf(host)) {
    if (signal?.aborted) return outcome(false);
    if (count.files >= SCAN_LIMIT) return outcome(true);
    const look = unread ? 'unread' : await closed.look(host.addressOf(root, path));
    if (look === 'read') count.files += 1;
    else if (look === 'unread') count.unread += 1;
    if (look === 'read' && count.files % STRIDE === 0) onProgress?.(count.files);
  }
  return outcome(false);
}

interface Met {
  readonly root: RootKey;
  readonly path: string;
  /** A folder that could not be listed. */
  readonly unread: boolean;
}

/** The files of all folders. One that belongs to a folder further down is left to that folder's own turn. */
async function* filesOf(host: ScanWorkspaceOptions['host']): AsyncGenerator<Met> {
  for (const root of host.roots()) {
    for await (const { path, skip } of walk(host.filesOf(root), '')) {
      if (host.placeOf(host.addressOf(root, path)).root !== root) continue;
      yield { root, path, unread: skip !== null };
    }
  }
}
