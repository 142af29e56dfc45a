import { baseName, folderOf } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { ancestors } from '../core/paths';
import { tellsTool } from '../steps/install';
import { filesIn } from './folders';
import type { FolderReader } from './folders';
import { isSettingsFile, packageFilesOf } from './manifests';
import { yieldingTask } from './task';
import type { Workspace } from './workspace';

/**
 * What a plan for a document may edit beside code, ordered by path, without the document: the nearest manifests of its
 * language, and the settings files in its folder, in those above it and in its project.
 */
export async function filesAround(workspace: Workspace, path: string): Promise<readonly ProjectFile[]> {
  const { files, folders, projects, tree } = workspace;
  const paths = new Set<string>();
  for (const manifest of [...packageFilesOf(path), /^Directory\.Build\.props$/i]) {
    for (const folder of ancestors(folderOf(path))) {
      const found = await filesIn(folders, folder, (name) => manifest.test(name));
      for (const one of found) paths.add(one);
      if (found.length > 0) break;
    }
  }
  for (const folder of ancestors(folderOf(path)))
    for (const one of await filesIn(folders, folder, isSettingsFile)) paths.add(one);
  const project = await projects.of(path);
  if (project) {
    await workspace.settle(yieldingTask());
    const settings = [...tree.paths].filter((one) => isSettingsFile(baseName(one)));
    for (const one of settings) if ((await projects.around(one)).some(({ id }) => id === project.id)) paths.add(one);
  }
  paths.delete(path);
  return readAll(files, [...paths].sort());
}

/** The texts of files, those left out that cannot be read. */
export async function readAll(files: Files, paths: readonly string[]): Promise<readonly ProjectFile[]> {
  const found: ProjectFile[] = [];
  for (const path of paths) {
    const file = await files.read(path);
    if (file.kind === 'text')
      found.push({ path, text: file.text, editable: file.exact && (await files.editable(path)) });
  }
  return found;
}

/** Paths of the lock files in the folders of manifests and above them. */
export async function locksAround(folders: FolderReader, manifests: readonly string[]): Promise<readonly string[]> {
  const around = new Set(manifests.flatMap((path) => ancestors(folderOf(path))));
  const found: string[] = [];
  for (const folder of around) found.push(...(await filesIn(folders, folder, tellsTool)));
  return found;
}
