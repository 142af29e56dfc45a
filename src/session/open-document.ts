import type { SourceDocument } from '../core/document';
import type { Position } from '../core/lines';

/** The address of a document: the text of its URI. Documents with the same key are the same document. */
export type DocumentKey = string;

/**
 * A document that an editor has open. Live: its version and text change under our hands. VS Code's `TextDocument` is one,
 * and so is a language server's with `isClosed`.
 */
export interface OpenDocument {
  /** A URI, or its text. */
  readonly uri: { toString(): string };
  readonly version: number;
  readonly languageId: string;
  readonly isClosed: boolean;
  getText(): string;
  positionAt(offset: number): Position;
}

export const keyOf = ({ uri }: Pick<OpenDocument, 'uri'>): DocumentKey => uri.toString();

/** What the engine looks at: the text as it is now. */
export const sourceOf = (document: OpenDocument, path: string): SourceDocument => ({
  path,
  text: document.getText(),
  languageId: document.languageId,
});

/** Whether a document is this one, or in this folder. */
export const isInside = (key: DocumentKey, folder: DocumentKey): boolean =>
  key === folder || key.startsWith(`${folder.replace(/\/$/, '')}/`);
