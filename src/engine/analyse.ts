import { folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Candidate } from '../detect/candidate';
import type { Language, ProjectContext } from '../languages/contract/language';
import { analyse } from '../migrate/analysis';
import type { Analysis } from '../migrate/analysis';
import type { Facts } from '../migrate/facts';
import type { Model } from '../project/model';
import { bringsClients } from '../migrate/clients';
import { settingsRead } from '../migrate/uses';
import { createContexts } from './context';
import type { Contexts } from './context';
import { factsOf } from './facts';
import type { ScanOptions } from './options';
import { languageOf } from './tools';
import type { Loaded, Tools } from './tools';
import { createTypeFiles, typesAsked } from './types';
import type { TypeFiles } from './types';
import { unreadExports } from './unread';

/** Code beyond this many UTF-16 units is searched as text only. */
export const LARGEST_CODE = 1024 * 1024;

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

/** What a look at a document's code came to. */
export interface Look {
  /** Null where there is no code, nothing in it to analyse, or no tree. */
  readonly analysed: Analysed | null;
  /** Why there is no analysis although the code needs one, or only one of a part of it. */
  readonly trouble: Message | null;
}

export interface Analyser {
  /**
   * Gives the analysis of a document to some work. It ends with the work: parsers hold memory that is freed then. Where the
   * work fails on it (code is read when it is asked for), it is done again without an analysis.
   */
  use<T>(document: SourceDocument, options: ScanOptions, work: (look: Look) => T | Promise<T>): Promise<T>;
  /**
   * Looks at a text again with other texts of some files, as the scan does: the check that an edit can be read back.
   * Whoever asks releases its file.
   */
  again(known: Analysed, document: SourceDocument, changed: readonly ProjectFile[], options: ScanOptions): Analysis;
  changed(path: string): void;
}

/** The project with other texts of some of its files. */
export const withTexts = (
  project: ProjectContext | undefined,
  changed: readonly ProjectFile[],
): ProjectContext | undefined =>
  changed.length === 0
    ? project
    : {
        ...project,
        files: (project?.files ?? []).map((file) => ({
          ...file,
          text: changed.find(({ path }) => path === file.path)?.text ?? file.text,
        })),
      };

/** A look that is kept, because the same text is often asked for again, or that somebody still works with. */
interface Held {
  readonly document: SourceDocument;
  readonly base: ProjectContext | undefined;
  readonly look: Look;
  /** How many work with it. */
  users: number;
  /** It is the last one, which is kept. */
  kept: boolean;
}

/** Frees an analysis that nobody needs any more. */
const letGo = ({ users, kept, look }: Held): void => {
  if (users === 0 && !kept) look.analysed?.analysis.file.release?.();
};

export function createAnalyser(files: Files, tools: Tools, model: Model): Analyser {
  const contexts = createContexts(files);
  const types = createTypeFiles(model);
  // The last analysis serves the title, the edit and the preview of one text.
  const state = { last: null as Held | null };
  // The same for all files of a folder, and one project serves many of them.
  const brought = new WeakMap<ProjectContext, Map<string, boolean>>();

  const isBrought = (language: Language, path: string, project: ProjectContext | undefined): boolean => {
    if (!project || !language.globalNamespaces) return false;
    const known = brought.get(project) ?? new Map<string, boolean>();
    brought.set(project, known);
    const folder = folderOf(path);
    const answer = known.get(folder) ?? bringsClients(language, path, project);
    known.set(folder, answer);
    return answer;
  };

  const fresh = async (
    document: SourceDocument,
    base: ProjectContext | undefined,
    options: ScanOptions,
  ): Promise<Look> => {
    const language = languageOf(document);
    if (!language) return nothing;
    const { candidates, words } = tools.detector.detect(document, options);
    const mayUse = words || isBrought(language, document.path, base);
    if (!mayUse && candidates.length === 0) return nothing;
    if (document.text.length > LARGEST_CODE) return { analysed: null, trouble: mayUse ? TOO_LARGE : null };
    const loaded = await tools.load(language);
    try {
      const known = await following(document, candidates, loaded, base, contexts);
      const analysed = await withProject(model, types, document, candidates, known);
      return { analysed, trouble: analysed.analysis.file.incomplete ? LEFT_OUT : null };
    } catch (error) {
      const trouble = whyFailed(error);
      // Nobody knows what state an error has left it in.
      if (trouble && trouble !== TOO_DEEP) loaded.parser.lose?.();
      if (!trouble) throw error;
      return { analysed: null, trouble };
    }
  };

  /** The look at a document, with one user more. */
  const taken = async (document: SourceDocument, options: ScanOptions): Promise<Held> => {
    const base = await contexts.of(document);
    const { last } = state;
    const isSame = last?.document.text === document.text && last.document.path === document.path && last.base === base;
    if (isSame && isWhole(last.look)) {
      last.users++;
      if (await areCurrent(last.look.analysed?.imported ?? [], contexts)) return last;
      last.users--;
      letGo(last);
    }
    const next: Held = { document, base, look: await fresh(document, base, options), users: 1, kept: true };
    forget();
    state.last = next;
    return next;
  };

  const forget = (): void => {
    const { last } = state;
    state.last = null;
    if (!last) return;
    last.kept = false;
    letGo(last);
  };

  return {
    async use(document, options, work) {
      const held = await taken(document, options);
      try {
        return await work(held.look);
      } catch (error) {
        const { analysed } = held.look;
        const trouble = analysed && whyFailed(error);
        if (!trouble) throw error;
        analysed.tools.parser.lose?.();
        return await work({ analysed: null, trouble });
      } finally {
        held.users--;
        letGo(held);
      }
    },
    again({ tools: loaded, project, analysis: { facts } }, document, changed, options) {
      const { candidates } = tools.detector.detect(document, options);
      return analysedAs(document, candidates, loaded, withTexts(project, changed), facts);
    },
    changed(path) {
      contexts.changed(path);
      types.changed(path);
      if (state.last?.look.analysed?.needs.includes(path)) forget();
    },
  };
}

const nothing: Look = { analysed: null, trouble: null };

const TOO_LARGE = say('code larger than 1 MB: searched as text only');
const TOO_DEEP = say('the code is nested too deep: searched as text only');
const LEFT_OUT = say('a part of the code is nested too deep: searched as text only');
const NO_TREE = say('the code could not be analysed: searched as text only');

/** True unless the parser that made it has broken down since. */
const isWhole = ({ analysed }: Look): boolean => !analysed?.tools.parser.isLost;

/**
 * What a person is told of an error of an analysis: the tolerant parser gives up on one text in a thousand while somebody
 * types, code may be nested beyond any stack, and a parser in WebAssembly may abort. Null for what no text may cause.
 */
function whyFailed(error: unknown): Message | null {
  if (!(error instanceof Error)) return null;
  // By its name: bundles that are loaded on demand have a class of their own.
  if (error.name === 'TooDeep') return TOO_DEEP;
  return error instanceof RangeError && !/call stack/i.test(error.message) ? null : NO_TREE;
}

const analysedAs = (
  { text, path }: SourceDocument,
  candidates: readonly Candidate[],
  { language, parser, patterns }: Loaded,
  project: ProjectContext | undefined,
  facts?: Facts,
): Analysis => analyse(text, path, candidates, language, parser, patterns, project, facts);

async function areCurrent(imported: readonly ProjectFile[], contexts: Contexts): Promise<boolean> {
  for (const { path, text } of imported) if ((await contexts.first([path]))?.text !== text) return false;
  return true;
}

/** The same with what the project tells: which exports nothing reads, and the facts that judges ask for. */
async function withProject(
  model: Model,
  types: TypeFiles,
  document: SourceDocument,
  candidates: readonly Candidate[],
  first: Analysed,
): Promise<Analysed> {
  const known = await withTypes(types, document, candidates, first);
  if (known.analysis.groups.length === 0) return candidates.length === 0 ? known : withRuntime(model, document, known);
  const unread = await unreadExports(model, document, known.analysis);
  const project = unread.size > 0 ? { files: [], ...known.project, unread } : known.project;
  const analysis = unread.size > 0 ? analysedAs(document, candidates, known.tools, project) : known.analysis;
  if (analysis !== known.analysis) known.analysis.file.release?.();
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
    const project = { files: [], ...now.project, types: [...held, ...fresh] };
    const needs = [...now.needs, ...fresh.map(({ path }) => path)];
    now.analysis.file.release?.();
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
async function following(
  document: SourceDocument,
  candidates: readonly Candidate[],
  tools: Loaded,
  base: ProjectContext | undefined,
  contexts: Contexts,
): Promise<Analysed> {
  const needs = new Set(base?.files.map(({ path }) => path));
  const imported: ProjectFile[] = [];
  for (let hop = 0; ; hop++) {
    const project = imported.length > 0 ? { files: [...(base?.files ?? []), ...imported] } : base;
    const analysis = analysedAs(document, candidates, tools, project);
    const found = hop < HOPS && comesFromElsewhere(analysis) ? await wantedBy(analysis, needs, contexts) : [];
    if (found.length === 0) return { analysis, tools, project, imported, needs: [...needs] };
    analysis.file.release?.();
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
  for (const paths of file.wanted ?? []) {
    const open = paths.filter((path) => !needs.has(path));
    const first = await contexts.first(open);
    const tried = first ? open.slice(0, open.indexOf(first.path) + 1) : open;
    for (const path of tried) needs.add(path);
    if (first) found.push(first);
  }
  return found;
}
