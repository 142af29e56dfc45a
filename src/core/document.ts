/** A text to look at, from whichever face: an open editor, a file on disk, a virtual workspace. */
export interface SourceDocument {
  /** Path relative to the workspace or working directory, with `/`. Names the format where `languageId` does not. */
  readonly path: string;
  readonly text: string;
  /** VS Code's language id, when the face knows it. */
  readonly languageId?: string | undefined;
}

/** The last segment of a `/`-separated path. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder of a `/`-separated path, without a trailing slash; empty for a top-level file. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
