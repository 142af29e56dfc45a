import type { CodeFile } from '../contract/file';

/** The answers of a language, or of a file, that does not have what is asked for. */
export const plainFile = {
  importedAt: () => null,
  wanted: [],
  resultOf: () => null,
  vaultAt: () => null,
  commentsIn: () => [],
  inChoice: () => false,
  clientSide: false,
  credentials: [],
} satisfies Partial<CodeFile>;
