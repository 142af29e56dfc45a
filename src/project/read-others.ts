import { baseName, folderOf } from '../core/document';
import { readGoMod } from '../manifests/go-mod';
import { readGradleBuild, readGradleSettings } from '../manifests/gradle';
import { readPom } from '../manifests/maven';
import { readPyproject } from '../manifests/pyproject';
import { readRequirements } from '../manifests/requirements';
import { namedBy } from './manifest-source';
import type { ManifestSource, ProjectFacts } from './manifest-source';
import { resolve } from './resolve';

const resolved = (folder: string, paths: readonly string[]): string[] =>
  paths.flatMap((path) => resolve(folder, path) ?? []);

export async function readPython(
  folder: string,
  manifests: readonly string[],
  source: ManifestSource,
): Promise<ProjectFacts> {
  const dependencies = new Map<string, string>();
  const references: string[] = [];
  let name: string | null = null;
  let readable = true;
  let members: readonly string[] = [];
  for (const path of manifests) {
    const text = await source.read(path);
    const isToml = baseName(path) === 'pyproject.toml';
    const toml = text !== null && isToml ? await readPyproject(text) : null;
    // `setup.py` and `Pipfile` are read as lines, too: names in them are enough.
    const found = toml ?? (text !== null && !isToml ? readRequirements(text) : null);
    if (!found) {
      readable = false;
      continue;
    }
    for (const [one, manifest] of namedBy(path, found.dependencies)) dependencies.set(one, manifest);
    references.push(...resolved(folder, found.references));
    name = toml?.name ?? name;
    members = toml?.members ?? members;
  }
  return { readable, name, dependencies, references, members };
}

/** The folders of other projects of a Gradle build, as its settings place them. */
async function gradleFolders(folder: string, paths: readonly string[], source: ManifestSource): Promise<string[]> {
  const settings = paths.length === 0 ? null : await source.nearest(folder, /^settings\.gradle(?:\.kts)?$/);
  const text = settings === null ? null : await source.read(settings);
  if (settings === null || text === null) return [];
  const included = readGradleSettings(text);
  return resolved(
    folderOf(settings),
    paths.flatMap((path) => included.get(path) ?? []),
  );
}

export async function readJava(
  folder: string,
  manifests: readonly string[],
  source: ManifestSource,
): Promise<ProjectFacts> {
  const dependencies = new Map<string, string>();
  const references: string[] = [];
  let name: string | null = null;
  let readable = true;
  for (const path of manifests) {
    const text = await source.read(path);
    if (text === null) readable = false;
    else if (baseName(path) === 'pom.xml') {
      const pom = readPom(text);
      if (!pom) readable = false;
      name = pom?.name ?? name;
      for (const [one, manifest] of namedBy(path, pom?.dependencies ?? [])) dependencies.set(one, manifest);
    } else {
      const build = readGradleBuild(text);
      for (const [one, manifest] of namedBy(path, build.dependencies)) dependencies.set(one, manifest);
      references.push(...(await gradleFolders(folder, build.references, source)));
    }
  }
  return { readable, name, dependencies, references };
}

export async function readGo(
  folder: string,
  manifests: readonly string[],
  source: ManifestSource,
): Promise<ProjectFacts> {
  const [path = ''] = manifests;
  const text = await source.read(path);
  if (text === null) return { readable: false };
  const { module, dependencies, references } = readGoMod(text);
  return {
    readable: true,
    name: module,
    dependencies: new Map(namedBy(path, dependencies)),
    references: resolved(folder, references),
  };
}
