import { folderOf } from '../core/document';
import { join } from '../core/paths';
import { readPackageJson } from '../manifests/package-json';
import { readPnpmWorkspace } from '../manifests/pnpm-workspace';
import { readTsConfig } from '../manifests/tsconfig';
import { namedBy } from './manifest-source';
import type { ManifestSource, ProjectFacts } from './manifest-source';
import { resolve } from './resolve';

/** A package. A `package.json` that only sets the kind of the modules below it makes no project. */
export async function readJavascript(
  folder: string,
  manifests: readonly string[],
  source: ManifestSource,
): Promise<ProjectFacts | null> {
  const [path = ''] = manifests;
  const text = await source.read(path);
  const npm = text === null ? null : readPackageJson(text);
  if (!npm) return { readable: false };
  const names = await source.names(folder);
  const pnpm = names.has('pnpm-workspace.yaml') ? await source.read(join(folder, 'pnpm-workspace.yaml')) : null;
  const packages = pnpm === null ? [] : await readPnpmWorkspace(pnpm);
  const isMarker =
    npm.name === null && npm.dependencies.size === 0 && npm.workspaces.length === 0 && npm.scripts.size === 0;
  // A root without anything else in it may be all that a small project has.
  if (isMarker && folder !== '' && (await source.nearest(folderOf(folder), /^package\.json$/)) !== null) return null;
  return {
    readable: packages !== null,
    npm,
    name: npm.name,
    dependencies: new Map(namedBy(path, npm.dependencies.keys())),
    references: [...localPackages(folder, npm.dependencies.values()), ...(await tsReferences(folder, names, source))],
    members: [...npm.workspaces, ...(packages ?? [])],
  };
}

/** Packages by their path: `file:../lib`, `link:../lib`, `portal:../lib`. */
const localPackages = (folder: string, ranges: Iterable<string>): string[] =>
  [...ranges].flatMap((range) => {
    const path = /^(?:file|link|portal|workspace):(\.{1,2}\/.{0,200}|\.\.)$/s.exec(range)?.[1];
    return (path === undefined ? null : resolve(folder, path)) ?? [];
  });

async function tsReferences(folder: string, names: ReadonlySet<string>, source: ManifestSource): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    if (!/^tsconfig[\w.-]*\.json$/.test(name)) continue;
    const text = await source.read(join(folder, name));
    for (const written of text === null ? [] : readTsConfig(text).references) {
      const path = resolve(folder, written);
      if (path !== null) found.push(path.endsWith('.json') ? folderOf(path) : path);
    }
  }
  // `tsconfig.app.json` beside `tsconfig.json` is the same project.
  return found.filter((path) => path !== folder);
}
