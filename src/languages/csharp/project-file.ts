import type { ProjectFile } from '../../core/files';
import { baseName, folderOf } from '../../core/document';
import { propertyOf, readMsbuild, sdksOf, usingsOf } from '../../manifests/msbuild';

const BASE = [
  'System',
  'System.Collections.Generic',
  'System.IO',
  'System.Linq',
  'System.Net.Http',
  'System.Threading',
  'System.Threading.Tasks',
];
const HOSTED = [
  'Microsoft.Extensions.Configuration',
  'Microsoft.Extensions.DependencyInjection',
  'Microsoft.Extensions.Hosting',
  'Microsoft.Extensions.Logging',
];

/** What implicit usings bring, by SDK. Source: "Implicit using directives" in the .NET SDK's documentation. */
const IMPLICIT: Readonly<Record<string, readonly string[]>> = {
  'microsoft.net.sdk': BASE,
  'microsoft.net.sdk.worker': [...BASE, ...HOSTED],
  'microsoft.net.sdk.web': [
    ...BASE,
    ...HOSTED,
    'System.Net.Http.Json',
    'Microsoft.AspNetCore.Builder',
    'Microsoft.AspNetCore.Hosting',
    'Microsoft.AspNetCore.Http',
    'Microsoft.AspNetCore.Routing',
  ],
};

const isProject = (path: string): boolean => /\.csproj$/i.test(path);

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** The files of one kind in the nearest folder at or above a path. */
const nearest = (files: readonly ProjectFile[], path: string): readonly ProjectFile[] => {
  const above = files.filter((file) => isBelow(path, folderOf(file.path)));
  const depth = Math.max(...above.map((file) => folderOf(file.path).length));
  return above.filter((file) => folderOf(file.path).length === depth);
};

/** The project a file belongs to, or null where that is not clear. */
function projectOf(files: readonly ProjectFile[], path: string): ProjectFile | null {
  const [project, ...others] = nearest(
    files.filter((file) => isProject(file.path)),
    path,
  );
  return project && others.length === 0 ? project : null;
}

const GLOBAL_USING = /^[ \t]{0,99}global\s{1,99}using\s{1,99}(?!static\b)(?:global::)?([\w.]{1,400})\s{0,99};/gm;

/** The project of a file, null where that is not clear, and what it shares with others. */
export function projectFilesOf(
  files: readonly ProjectFile[],
  path: string,
): { readonly project: ProjectFile | null; readonly shared: ProjectFile | null } {
  const project = projectOf(files, path);
  const [shared = null] = project
    ? nearest(
        files.filter((file) => /^Directory\.Build\.props$/i.test(baseName(file.path))),
        project.path,
      )
    : [];
  return { project, shared };
}

/** The namespaces that every file of a file's project sees: implicit usings, `<Using>` items, `global using`. */
export function globalUsingsOf(files: readonly ProjectFile[], path: string): readonly string[] {
  const { project, shared: props } = projectFilesOf(files, path);
  if (!project) return [];
  const usings = new Set<string>();
  const own = readMsbuild(project.text);
  const shared = props ? readMsbuild(props.text) : null;
  const implicit = (own && propertyOf(own, 'ImplicitUsings')) ?? (shared && propertyOf(shared, 'ImplicitUsings'));
  if (/^(?:enable|true)$/i.test(implicit ?? '')) {
    const sdk = (own ? sdksOf(own) : [])[0]?.toLowerCase() ?? '';
    for (const one of IMPLICIT[sdk] ?? BASE) usings.add(one);
  }
  for (const file of [shared, own]) {
    for (const { namespace, removed } of file ? usingsOf(file) : []) {
      if (removed) usings.delete(namespace);
      else usings.add(namespace);
    }
  }
  for (const file of files) {
    if (!/\.cs$/i.test(file.path) || projectOf(files, file.path) !== project) continue;
    for (const [, namespace = ''] of file.text.matchAll(GLOBAL_USING)) usings.add(namespace);
  }
  return [...usings];
}
