import type { Files } from '../core/files';
import type { Message } from '../core/message';
import type { ScanOptions } from '../engine/engine';
import type { IndexRun } from './indexing';
import type { DocumentKey, OpenDocument } from './open-document';

/** The address of a workspace folder. */
export type RootKey = string;

/** Where a document is. */
export interface WorkspacePath {
  /** Its workspace folder, the deepest of several; null outside all of them: such a document is alone. */
  readonly root: RootKey | null;
  /** Relative to the folder, with `/`; the name alone where there is no folder. */
  readonly path: string;
}

/** All that a session asks of the editor that it serves. Nothing here throws, except where it says so. */
export interface Host {
  /** The workspace folders, in the order the person sees. */
  roots(): readonly RootKey[];
  placeOf(key: DocumentKey): WorkspacePath;
  /** The address of a path below a workspace folder: what `placeOf` takes apart. */
  addressOf(root: RootKey, path: string): DocumentKey;
  /** The files of a workspace folder. The text of an open document goes before the text on disk. */
  filesOf(root: RootKey): Files;
  /** Called before files are read for the first time: from now on the session wants to hear of files that change. */
  followFiles(): void;
  /** Runs work that nobody waits for; the person sees how far it is, and can end it. It never rejects. */
  inBackground(work: (run: IndexRun) => Promise<unknown>): void;
  /** What the person's settings and the workspace's files decide about scans of a document. */
  optionsOf(key: DocumentKey): ScanOptions;
  /** Whether the person's settings leave a document out. */
  isExcluded(key: DocumentKey): boolean;
  isOpen(key: DocumentKey): boolean;
  /** Opens a document, in memory at least; null where it cannot be opened as text. */
  open(key: DocumentKey): PromiseLike<OpenDocument | null>;
  /** Whether the document can be written. */
  isEditable(key: DocumentKey): PromiseLike<boolean>;
  /** Told of an unexpected error; returns what the person is told. */
  failed(error: unknown): Message;
}
