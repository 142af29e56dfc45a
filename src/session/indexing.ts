import type { Engines } from './engines';
import type { Host, RootKey } from './host';

/** How far the index of one workspace folder is: files looked at, of those there are. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

export interface IndexRun {
  /** Called now and then. */
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Has the engine of a folder read ahead what it needs to know of its files, once the folder turns out to use Azure, so that the
 * first plan does not wait for it. A plan that comes first, or after this was cancelled, builds what it needs by itself.
 */
export function createIndexing({
  host,
  engines,
}: {
  readonly host: Pick<Host, 'inBackground' | 'failed'>;
  readonly engines: Pick<Engines, 'ofRoot'>;
}): (root: RootKey) => void {
  const begun = new Set<RootKey>();
  return (root) => {
    if (begun.has(root)) return;
    begun.add(root);
    host.inBackground(async (run) => {
      try {
        await engines.ofRoot(root).index(run);
      } catch (error) {
        if (!run.signal?.aborted) host.failed(error);
      }
    });
  };
}
