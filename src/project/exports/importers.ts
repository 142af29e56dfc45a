import type { ProjectFile } from '../../core/files';

/** A file that takes something from another one. */
export interface Importer extends ProjectFile {
  /** `mention`: of C#, where names are in sight without an import. `mock`: only to replace it in a test. */
  readonly how: 'import' | 're-export' | 'dynamic' | 'mention' | 'mock';
}

export interface Importers {
  /** Ordered by path. */
  readonly files: readonly Importer[];
  /** False when a limit or a file that could not be read ended the search: there may be more. */
  readonly complete: boolean;
}
