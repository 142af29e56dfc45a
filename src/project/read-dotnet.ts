import { baseName } from '../core/document';
import { readDotnetProject } from '../manifests/dotnet-project';
import type { DotnetProject } from '../manifests/dotnet-project';
import { readMsbuild } from '../manifests/msbuild';
import type { Msbuild } from '../manifests/msbuild';
import { namedBy } from './manifest-source';
import type { ManifestSource, ProjectFacts } from './manifest-source';
import { resolve } from './resolve';

/** The project files of a folder, with what they take from `Directory.Build.props` above them. */
export async function readDotnet(
  folder: string,
  manifests: readonly string[],
  source: ManifestSource,
): Promise<ProjectFacts> {
  const shared: Msbuild[] = [];
  let readable = true;
  const take = async (path: string): Promise<Msbuild | null> => {
    const text = await source.read(path);
    const file = text === null ? null : readMsbuild(text);
    if (!file) readable = false;
    return file;
  };
  for (const name of [/^Directory\.Build\.props$/i, /^Directory\.Packages\.props$/i]) {
    const path = await source.nearest(folder, name);
    const file = path === null ? null : await take(path);
    if (file) shared.push(file);
  }
  const projects: DotnetProject[] = [];
  const dependencies = new Map<string, string>();
  for (const path of manifests) {
    const file = await take(path);
    if (!file) continue;
    const project = readDotnetProject(file, shared);
    projects.push(project);
    for (const [name, manifest] of namedBy(path, project.packages)) dependencies.set(name, manifest);
  }
  const [manifest = ''] = manifests;
  return {
    readable,
    dotnet: projects,
    name: projects[0]?.assemblyName ?? baseName(manifest).replace(/\.\w+$/, ''),
    dependencies,
    references: projects.flatMap(({ references }) => references).flatMap((path) => resolve(folder, path) ?? []),
  };
}
