import type { SourceDocument } from '../core/document';
import type { ProjectFile } from '../core/files';
import type { Candidate } from '../detect/candidate';
import { noProject } from '../languages/base/plain';
import type { ProjectContext } from '../languages/contract/language';
import { analyse } from '../migrate/analysis';
import type { Analysis } from '../migrate/analysis';
import type { Facts } from '../migrate/facts';
import { settingsRead } from '../migrate/uses';
import type { Model } from '../project/model';
import type { Contexts } from './context';
import { factsOf } from './facts';
import type { Loaded } from './tools';
import { typesAsked } from './types';
import type { TypeFiles } from './types';
import { unreadExports } from './unread';

/** A constant, a file that hands it on, and what those read in turn. */
const HOPS = 4;

/** What is known of a document's code, together with the other files that it took. */
export interface Analysed {
  readonly analysis: Analysis;
  readonly tools: Loaded;
  readonly project: ProjectContext | undefined;
  /** Files that hold what this one imports. */
  readonly imported: readonly ProjectFile[];
  /** Paths that were asked for, whether they exist or not. */
  readonly needs: readonly string[];
}

export const analysedAs = (
  { text, path }: SourceDocument,
  candidates: readonly Candidate[],
  { language, parser, patterns }: Loaded,
  project: ProjectContext | undefined,
  facts?: Facts,
): Analysis => analyse(text, path, candidates, language, parser, patterns, project, facts);

/** The same with what the project says: which exports nothing reads, and the facts that judges ask for. */
export async function withProject(
  model: Model,
  types: TypeFiles,
  document: SourceDocument,
  candidates: readonly Candidate[],
  first: Analysed,
): Promise<Analysed> {
  const known = await withTypes(types, document, candidates, first);
  if (known.analysis.groups.length === 0) return candidates.length === 0 ? known : withRuntime(model, document, known);
  const unread = await unreadExports(model, document, known.analysis);
  const project = unread.size > 0 ? { ...noProject, ...known.project, unread } : known.project;
  const analysis = unread.size > 0 ? analysedAs(document, candidates, known.tools, project) : known.analysis;
  if (analysis !== known.analysis) known.analysis.file.release();
  const facts = await factsOf(model, document, analysis, known.tools);
  return { ...known, project, analysis: { ...analysis, facts }, needs: [...known.needs, ...facts.needs] };
}

/** How many base classes above each other are asked for. */
const BASES = 3;

/** The same with the types of other files that decide what is in sight. */
async function withTypes(
  types: TypeFiles,
  document: SourceDocument,
  candidates: readonly Candidate[],
  known: Analysed,
): Promise<Analysed> {
  if (known.analysis.groups.length === 0) return known;
  const asked = new Set<string>();
  let now = known;
  for (let hop = 0; hop < BASES; hop++) {
    const names = typesAsked(now.analysis).filter((name) => !asked.has(name));
    if (names.length === 0) break;
    for (const name of names) asked.add(name);
    const held = now.project?.types ?? [];
    const found = await types.declaring(document, names);
    const fresh = found.filter(({ path }) => !held.some((one) => one.path === path));
    if (fresh.length === 0) break;
    const project = { ...noProject, ...now.project, types: [...held, ...fresh] };
    const needs = [...now.needs, ...fresh.map(({ path }) => path)];
    now.analysis.file.release();
    now = { ...now, project, needs, analysis: analysedAs(document, candidates, now.tools, project) };
  }
  return now;
}

/** Where the code runs decides how a value is kept that no known client takes. */
const withRuntime = async (model: Model, document: SourceDocument, known: Analysed): Promise<Analysed> => ({
  ...known,
  analysis: { ...known.analysis, facts: { ...known.analysis.facts, runtime: await model.runtimeOf(document) } },
});

/** Follows what a document imports, file by file, as long as a secret comes from somewhere that was not read yet. */
export async function following(
  document: SourceDocument,
  candidates: readonly Candidate[],
  tools: Loaded,
  base: ProjectContext | undefined,
  contexts: Contexts,
): Promise<Analysed> {
  const needs = new Set(base?.files.map(({ path }) => path));
  const imported: ProjectFile[] = [];
  for (let hop = 0; ; hop++) {
    const project =
      imported.length > 0 ? { ...noProject, ...base, files: [...(base?.files ?? []), ...imported] } : base;
    const analysis = analysedAs(document, candidates, tools, project);
    const found = hop < HOPS && comesFromElsewhere(analysis) ? await wantedBy(analysis, needs, contexts) : [];
    if (found.length === 0) return { analysis, tools, project, imported, needs: [...needs] };
    analysis.file.release();
    imported.push(...found);
  }
}

const comesFromElsewhere = ({ groups }: Analysis): boolean =>
  groups.some(({ uses }) => uses.some(({ trace }) => trace.origin === 'elsewhere'));

/** The files that an analysis asked for and nobody has looked for yet. */
async function wantedBy(
  { groups, file }: Analysis,
  needs: Set<string>,
  contexts: Contexts,
): Promise<readonly ProjectFile[]> {
  // Following an import tells the file which paths it wants.
  for (const use of groups.flatMap(({ uses }) => uses)) settingsRead(use, file);
  const found: ProjectFile[] = [];
  for (const paths of file.wanted) {
    const open = paths.filter((path) => !needs.has(path));
    const first = await contexts.first(open);
    const tried = first ? open.slice(0, open.indexOf(first.path) + 1) : open;
    for (const path of tried) needs.add(path);
    if (first) found.push(first);
  }
  return found;
}
