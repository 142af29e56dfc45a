import type { Message } from './message';
import { skip } from './skips';

/** A value, or a promise of one: the command line reads synchronously, the editor cannot. */
type Awaitable<T> = T | PromiseLike<T>;

/**
 * Why a file or folder could not be looked at. `missing`, `denied` and `failed` come from the file system; `not-text` is a
 * binary file with the name of code or settings.
 */
export type SkipReason = 'missing' | 'denied' | 'failed' | 'not-a-file' | 'too-large' | 'binary' | 'not-text';

/** Something was not read. A value, not an exception: callers go on, and say it. */
export interface Skip {
  readonly kind: 'skip';
  readonly reason: SkipReason;
  readonly message: Message;
}

/**
 * A file as text. The byte-order mark is not part of `text`, as in a VS Code document: offset 0 is the first character
 * after it, on every face. Whoever writes the file puts it back (`encode`).
 */
export interface FileText {
  readonly kind: 'text';
  readonly text: string;
  /** The file begins with the UTF-8 byte-order mark. */
  readonly bom: boolean;
  /**
   * False when the bytes are not valid UTF-8: UTF-16, or `text` holds U+FFFD in their place. Writing it back would lose
   * bytes, so the file is scanned but never edited (refusal `not-utf8`).
   */
  readonly exact: boolean;
}

export interface Entry {
  /** Without its folder. */
  readonly name: string;
  /** `link`: a symbolic link to whatever; links are never followed, so loops cannot happen. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface Listing {
  readonly kind: 'listing';
  /** In any order. */
  readonly entries: readonly Entry[];
}

/**
 * The files of one root folder, by paths relative to it with `/`, never beginning with `/` or `..`; the root is `''`.
 * Implemented over `node:fs` by the command line and over `vscode.workspace.fs` by the editor (where an open document's
 * text goes before the text on disk). No method throws for what the file system does; a path that leads out of the root is
 * missing.
 */
export interface Files {
  list(folder: string): Awaitable<Listing | Skip>;
  /** Reads at most `limit` bytes (default {@link MAX_BYTES}); a larger file is skipped as `too-large`. */
  read(path: string, limit?: number): Awaitable<FileText | Skip>;
  /** Whether the file can be written: false for read-only files and file systems. */
  editable(path: string): Awaitable<boolean>;
}

/** Larger files are not read at all: 32 MiB. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** The text of a file of the workspace, for what reads and edits it without asking a file system. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** False for files that may be read but not written: read-only, outside the given path, not valid UTF-8. */
  readonly editable?: boolean;
}

/** No files at all: for a document that is alone. */
export const noFiles: Files = {
  list: () => skip('missing'),
  read: () => skip('missing'),
  editable: () => false,
};
