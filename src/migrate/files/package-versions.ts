import { projectPackages } from '../../manifests/msbuild';
import type { Project } from '../../project/project';
import type { Around } from './file-fix';

/** The versions that a .NET project asks for, by the names of packages in lower case; null where none is written. */
export async function packageVersions(project: Project, around: Around): Promise<(name: string) => string | null> {
  const texts = await around.read([...new Set([...project.dependencies.values(), ...project.manifests])]);
  const packages = texts.flatMap(({ text }) => projectPackages(text) ?? []);
  return (name) => packages.find((one) => one.name.toLowerCase() === name && one.version !== null)?.version ?? null;
}
