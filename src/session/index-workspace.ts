import type { Engine } from '../engine/engine';
import type { Engines } from './engines';
import type { Host } from './host';

/** How far an index of a workspace folder is. */
export interface IndexProgress {
  readonly files: number;
}

export interface IndexRun {
  /** Told now and then, folder after folder. */
  readonly onProgress?: (progress: IndexProgress) => void;
  readonly signal?: AbortSignal;
}

/** An engine whose model of the workspace can be built ahead of need. */
interface Indexing {
  index?(run: IndexRun): Promise<void>;
}

/**
 * Has every folder's engine read what it needs to know of its files, so that the first plan does not wait for it. A face calls
 * it when nobody waits for anything; a plan that comes first builds what it needs by itself.
 */
export async function indexWorkspace(
  { host, engines }: { readonly host: Pick<Host, 'roots'>; readonly engines: Pick<Engines, 'ofRoot'> },
  { onProgress, signal }: IndexRun = {},
): Promise<void> {
  for (const root of host.roots()) {
    if (signal?.aborted) return;
    const engine: Engine & Indexing = engines.ofRoot(root);
    await engine.index?.({ ...(onProgress && { onProgress }), ...(signal && { signal }) });
  }
}
