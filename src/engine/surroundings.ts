import { baseName } from '../core/document';
import type { ProjectFile } from '../core/files';
import { isManifest, isSettingsFile } from '../project/manifests';
import type { Model } from '../project/model';
import type { Nearness } from '../project/nearness';
import type { Analysed } from './look';

/** The files around a document that a plan may read, and edit where they are editable. */
export interface Surroundings {
  readonly files: readonly ProjectFile[];
  /** Every file that may read the same secrets is among `files`. */
  readonly complete: boolean;
  /** Paths of lock files in the folders of the manifests and above them. */
  readonly locks: readonly string[];
}

/**
 * Gathers what a plan looks at: manifests and settings files of the document's project, files that mention one of the names in
 * this and in related projects, and the files that the document imports, with their manifests. Files of projects that have
 * nothing to do with this one are left out. Settings files are not editable where a reader may have been missed.
 */
export async function surroundingsOf(
  model: Model,
  path: string,
  { project }: Analysed,
  names: readonly string[],
): Promise<Surroundings> {
  const found = new Map<string, ProjectFile>();
  const take = (files: readonly ProjectFile[]): void => {
    for (const file of files) if (file.path !== path) found.set(file.path, file);
  };
  const { files: mentioning, complete } = await model.filesMentioning(names, path, 'related');
  const imported = await model.read((project?.files ?? []).map((file) => file.path));
  for (const { path: edited } of imported)
    take((await model.filesAround(edited)).filter((file) => isManifest(baseName(file.path))));
  take(imported);
  take(mentioning);
  const around = await model.filesAround(path);
  take(around);
  // What holds the versions of several projects is in the folder of one of them at most.
  const manifestsAbove = new Set(around.map((file) => file.path).filter((one) => isManifest(baseName(one))));
  const files: ProjectFile[] = [];
  for (const file of [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const nearness = await model.nearness(file.path, path);
    if (isSettingsFile(baseName(file.path)) && nearness === 'other') continue;
    const near = manifestsAbove.has(file.path) ? 'own' : nearness;
    files.push(mayEdit(file, near, complete) ? file : { ...file, editable: false });
  }
  const manifests = files.filter((file) => isManifest(baseName(file.path)));
  return { files, complete, locks: await model.locksAround(manifests.map((file) => file.path)) };
}

const mayEdit = ({ path, editable }: ProjectFile, nearness: Nearness, complete: boolean): boolean =>
  editable !== false && nearness !== 'other' && (complete || !isSettingsFile(baseName(path)));
