/** How long work may take before others get their turn, in milliseconds. */
const SLICE = 8;

/** Work that somebody may watch and end, and that gives way to others. */
export interface Task {
  readonly signal: AbortSignal | undefined;
  /** To be awaited between small pieces: throws what the signal gives as its reason once the work is to end. */
  pause(): Promise<void> | undefined;
}

/** Work that gives way to others after each slice of time. */
export function yieldingTask(signal?: AbortSignal): Task {
  let since = performance.now();
  return {
    signal,
    pause() {
      signal?.throwIfAborted();
      if (performance.now() - since < SLICE) return undefined;
      return new Promise((resume, fail) =>
        setTimeout(() => {
          since = performance.now();
          if (signal?.aborted) fail(signal.reason as Error);
          else resume();
        }, 0),
      );
    },
  };
}
