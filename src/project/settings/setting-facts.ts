import { folderOf } from '../../core/document';
import { linesOf } from '../../core/lines';
import type { LineRange } from '../../core/lines';
import type { Span } from '../../core/span';
import { ancestors, join } from '../../core/paths';
import type { Detector } from '../../detect/detector';
import { isProse } from '../manifests';
import { mentions } from '../mentions';
import type { Home } from '../nearness';
import type { FoundFile, Workspace } from '../workspace';
import { isReadByHost, librariesReading } from './by-itself';
import { declaredIn, isExample } from './declared';
import type { Declared } from './declared';
import type { Declaration, Reader, ReaderKind, SettingFacts } from './facts';
import { mentionsOf } from './mentions';
import type { Mention } from './mentions';
import { formsOf, isSameSetting, searchedFor, sectionsOf } from './names';
import type { NameForms } from './names';
import { readerKinds } from './reader-kind';

/** A longer name, in UTF-16 units, is none that anybody reads: a broken file. Its readers are not looked for. */
const LONGEST_NAME = 500;

/** Who declares a setting and who reads it, seen from a document. */
export async function settingFacts(
  workspace: Workspace,
  detector: Detector,
  name: string,
  path: string,
): Promise<SettingFacts> {
  if (name.length > LONGEST_NAME) return { declarations: [], readers: [], docs: [], complete: false };
  const forms = formsOf(name);
  const home = await workspace.homeOf(path);
  const libraries = librariesReading(name);
  const declarations: Declaration[] = [];
  const readers: Reader[] = [];
  const docs: string[] = [];
  for await (const found of workspace.holding([...searchedFor(forms), ...libraries.words], home)) {
    const { text } = found.file;
    if (isProse(found.path)) {
      if (forms.whole.some((form) => mentions(text, form))) docs.push(found.path);
      continue;
    }
    const declared = declaredIn(found.path, text, detector);
    const own = (declared ?? []).filter((one) => isSameSetting(one.name, name, found.path.endsWith('.json')));
    declarations.push(...own.map((one) => declarationOf(found, one)));
    readers.push(...readersIn(found, forms, declared ?? []));
    if (declared === null && libraries.isUsed(text)) readers.push(readerOf(found, 'host', []));
  }
  readers.push(...(await hostReaders(workspace, name, home)));
  return { declarations, readers, docs, complete: workspace.isComplete() };
}

const rangeIn = (text: string, { start, end }: Span): LineRange => {
  const lines = linesOf(text);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
};

const declarationOf = (
  { path, file, nearness, project }: FoundFile,
  { name, nameSpan, value }: Declared,
): Declaration => ({
  path,
  name,
  at: rangeIn(file.text, nameSpan),
  value,
  example: isExample(path),
  nearness,
  project,
});

const readerOf = (
  { path, nearness, project }: Pick<FoundFile, 'path' | 'nearness' | 'project'>,
  kind: ReaderKind,
  spans: readonly Mention[],
  text = '',
): Reader => ({
  path,
  kind,
  spans: spans.map(({ start, end }) => ({ start, end })),
  at: spans[0] ? rangeIn(text, spans[0]) : null,
  doubtful: spans.length > 0 && spans.every(({ doubtful }) => doubtful),
  nearness,
  project,
});

/** The readers in a file, one for each kind. A settings file reads what it mentions beside the names that it declares. */
function readersIn(found: FoundFile, forms: NameForms, declared: readonly Declared[]): readonly Reader[] {
  const { path, file } = found;
  const isDeclared = ({ start, end }: Mention): boolean =>
    declared.some(({ nameSpan }) => nameSpan.start <= start && end <= nameSpan.end);
  const readerKindOf = readerKinds(path, file.text);
  const byKind = new Map<ReaderKind, Mention[]>();
  for (const mention of mentionsOf(file.text, path, forms)) {
    if (declared.length > 0 && (isDeclared(mention) || isSection(file.text, mention))) continue;
    const kind = readerKindOf(mention);
    byKind.set(kind, [...(byKind.get(kind) ?? []), mention]);
  }
  return [...byKind].map(([kind, spans]) => readerOf(found, kind, spans, file.text));
}

/** The name of an object in JSON, which is a section: it declares what is in it. */
const isSection = (text: string, { end }: Mention): boolean => /^["']\s{0,9}:\s{0,9}\{/.test(text.slice(end, end + 30));

/** The Functions host of the document's project and of the related ones. */
async function hostReaders(workspace: Workspace, name: string, home: Home): Promise<readonly Reader[]> {
  if (sectionsOf(name).length > 2 || !isReadByHost(name)) return [];
  const found: Reader[] = [];
  for (const path of await hostsOf(workspace, home))
    found.push(readerOf({ path, ...(await workspace.nearness(path, home)) }, 'host', []));
  return found;
}

const PACKAGES = [
  '@azure/functions',
  'microsoft.azure.functions.worker',
  'microsoft.net.sdk.functions',
  'azure-functions',
  'com.microsoft.azure.functions:azure-functions-java-library',
];

/** What makes a Functions app of the document's project or of a related one: `host.json`, or the manifest with the package. */
async function hostsOf(workspace: Workspace, home: Home): Promise<readonly string[]> {
  const { folders } = workspace;
  const { projects } = await workspace.relations();
  const near = projects.filter(({ id }) => id === home.project?.id || home.related.has(id));
  const found = new Set<string>();
  const above = ancestors(folderOf(home.path)).filter(
    (folder) => !home.project || `${folder}/`.startsWith(`${home.project.folder}/`),
  );
  for (const folder of [...above, ...near.map((project) => project.folder)])
    if ((await folders.names(folder)).has('host.json')) found.add(join(folder, 'host.json'));
  for (const project of near) {
    if (found.has(join(project.folder, 'host.json'))) continue;
    const manifest = PACKAGES.flatMap((one) => project.dependencies.get(one) ?? [])[0];
    const isFunctions = project.dotnet.some(({ azureFunctionsVersion }) => azureFunctionsVersion !== null);
    const named = manifest ?? (isFunctions ? project.manifests[0] : undefined);
    if (named !== undefined) found.add(named);
  }
  return [...found].sort();
}
