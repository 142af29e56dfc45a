import { folderOf } from '../../../core/document';
import type { Refusal } from '../../../core/finding';
import { ancestors, join } from '../../../core/paths';
import { member, readJson, stringOf } from '../../../formats/json-tree';
import { compareVersions } from '../../../manifests/versions';
import type { Project } from '../../../project/project';
import { refusal } from '../../refusals';
import type { Around } from '../file-fix';
import { packageVersions } from '../package-versions';
import type { Sort } from './sorts';

/** Code of .NET: its packages bring the triggers and bindings along. Everything else has the bundle of `host.json`. */
export const isDotnet = (path: string): boolean => /\.(?:cs|fs|vb)$/i.test(path);

/** Packages that use the storage of the host, in lower case, each with the first version that takes an identity. */
const OF_HOST: Readonly<Record<string, string>> = {
  'microsoft.azure.functions.worker.extensions.storage': '5.0.0',
  'microsoft.azure.functions.worker.extensions.storage.blobs': '5.0.0',
  'microsoft.azure.functions.worker.extensions.storage.queues': '5.0.0',
  'microsoft.azure.functions.worker.extensions.tables': '1.0.0',
  'microsoft.azure.functions.worker.extensions.eventhubs': '5.0.0',
  'microsoft.azure.functions.worker.extensions.durabletask': '1.0.0',
  'microsoft.azure.webjobs.extensions.storage': '5.0.0',
  'microsoft.azure.webjobs.extensions.storage.blobs': '5.0.0',
  'microsoft.azure.webjobs.extensions.storage.queues': '5.0.0',
  'microsoft.azure.webjobs.extensions.tables': '1.0.0',
  'microsoft.azure.webjobs.extensions.eventhubs': '5.0.0',
  'microsoft.azure.webjobs.extensions.durabletask': '2.7.0',
};
/** The generation of the bundle for all of these. */
const BUNDLE_OF_HOST = 3;

const tooOld = (name: string, since: string): Refusal => refusal('binding-too-old', '', { name, since });
const notKnown = (name: string): Refusal => refusal('binding-version-unknown', '', { name });

/** Why packages that are there cannot take an identity; null when they can. `required`: one of them must be there. */
async function packagesTrouble(
  project: Project,
  since: Readonly<Record<string, string>>,
  required: boolean,
  around: Around,
): Promise<Refusal | null> {
  const versionOf = await packageVersions(project, around);
  const there = Object.keys(since).filter((name) => project.dependencies.has(name));
  const [first = ''] = Object.keys(since);
  if (!project.readable || (required && there.length === 0)) return notKnown(first);
  for (const name of there) {
    const version = versionOf(name);
    const least = since[name] ?? '';
    const order = version === null || version.includes('-') ? null : compareVersions(version, least);
    if (order === null) return notKnown(name);
    if (order < 0) return tooOld(name, least);
  }
  return null;
}

/** The nearest `host.json` above a file, as its text; null where there is none. */
async function hostJson(path: string, around: Around): Promise<string | null> {
  const places = ancestors(folderOf(path)).map((folder) => join(folder, 'host.json'));
  const files = await around.read(places);
  return [...files].sort((a, b) => b.path.length - a.path.length)[0]?.text ?? null;
}

/** The first major version of a range `[4.*, 5.0.0)` that ends at a later one: its newest version is what runs. */
function generation(range: string): number | null {
  const [, from, to] = /^[[(](\d+)(?:\.[\d*x.]*)?,(\d+)(?:\.[\d.]*)?[)\]]$/.exec(range.replace(/\s/g, '')) ?? [];
  return from === undefined || to === undefined || Number(to) <= Number(from) ? null : Number(from);
}

/** Why the bundle of the nearest `host.json` cannot take an identity; null when it can. */
async function bundleTrouble(
  path: string,
  least: number,
  isRequired: boolean,
  around: Around,
): Promise<Refusal | null> {
  const root = readJson((await hostJson(path, around)) ?? '')?.root;
  const name = 'extensionBundle';
  if (!root) return notKnown(name);
  const bundle = member(root, 'extensionBundle');
  if (!bundle) return isRequired ? notKnown(name) : null;
  const found = generation(stringOf(member(bundle, 'version')) ?? '');
  if (found === null) return notKnown(name);
  return found < least ? tooOld(name, `[${String(least)}.*, ${String(least + 1)}.0.0)`) : null;
}

/** Why a trigger or binding in a file cannot take an identity yet; null when its extension can. */
export const extensionTrouble = (
  sort: Sort,
  { path, project }: { readonly path: string; readonly project: Project | null },
  around: Around,
): Promise<Refusal | null> => {
  if (!isDotnet(path)) return bundleTrouble(path, sort.bundle, true, around);
  return project
    ? packagesTrouble(project, sort.packages, true, around)
    : Promise.resolve(notKnown(Object.keys(sort.packages)[0] ?? ''));
};

/** Why the host and the extensions that use its storage cannot take an identity yet; null when they can. */
export async function hostTrouble(
  { path, project }: { readonly path: string; readonly project: Project | null },
  around: Around,
): Promise<Refusal | null> {
  const root = readJson((await hostJson(path, around)) ?? '')?.root;
  if (!root || stringOf(member(root, 'version')) !== '2.0') return notKnown('host.json');
  if (project?.ecosystem !== 'dotnet') return bundleTrouble(path, BUNDLE_OF_HOST, false, around);
  const generations = project.dotnet.map(({ azureFunctionsVersion }) => azureFunctionsVersion);
  if (!generations.some((one) => one !== null && /^v4$/i.test(one))) return tooOld('AzureFunctionsVersion', 'v4');
  return packagesTrouble(project, OF_HOST, false, around);
}
