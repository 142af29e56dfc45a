import type { TextEdit } from '../core/edit';
import type { ProjectFile } from '../core/files';
import type { Step } from '../core/step';

/** The package manifest of a language, as far as a migration edits it. */
export interface Manifest {
  isManifest(path: string): boolean;
  /** The edits that add a package, none when it is there, null when the text cannot be read. */
  add(text: string, packageName: string): readonly TextEdit[] | null;
  /** The lowest version of a package that the manifest asks for, or null where it does not tell. */
  version?(text: string, packageName: string): string | null;
  /** The same as `version` where several files together name the packages. `files` are all manifests there are. */
  versionAcross?(files: readonly ProjectFile[], document: string, packageName: string): string | null;
  /** What is left to do by hand where the project keeps settings outside its folder. */
  settingsElsewhere?(
    files: readonly ProjectFile[],
    document: string,
    added: readonly string[],
    removed: readonly string[],
  ): readonly Step[];
  /** Asked instead of `add` where several files together name the packages. `files` are all manifests there are. */
  addAcross?(files: readonly ProjectFile[], document: string, packageName: string): ManifestChange;
}

export interface ManifestChange {
  readonly files: readonly { readonly path: string; readonly edits: readonly TextEdit[] }[];
  /** What is left to do by hand. */
  readonly steps: readonly Step[];
}
