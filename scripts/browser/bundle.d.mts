/** A file of the bundle. */
export interface BrowserFile {
  readonly name: string;
  readonly contents: Uint8Array;
  /** The source that it is the beginning of. */
  readonly entry: string | null;
  /** Files that are loaded with it. */
  readonly needs: readonly string[];
  /** What went into it, from the root. */
  readonly inputs: readonly string[];
}

export const BROWSER_ENTRIES: readonly string[];
export function bundleForBrowser(options?: {
  readonly root?: string;
  readonly entries?: readonly string[];
  readonly dev?: boolean;
}): Promise<readonly BrowserFile[]>;
export function loadedWith(files: readonly BrowserFile[], name: string): readonly BrowserFile[];
