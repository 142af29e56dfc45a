import { folderOf } from '../core/document';
import type { SourceDocument } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { say } from '../core/message';
import type { Message } from '../core/message';
import { noProject } from '../languages/base/plain';
import type { Language, ProjectContext } from '../languages/contract/language';
import type { Analysis } from '../migrate/analysis';
import type { Model } from '../project/model';
import { bringsClients } from '../migrate/clients';
import { createContexts } from './context';
import type { Contexts } from './context';
import type { ScanOptions } from './options';
import { analysedAs, following, withProject } from './look';
import type { Analysed } from './look';
import { languageOf } from './tools';
import type { Tools } from './tools';
import { createTypeFiles } from './types';

/** Code beyond this many UTF-16 units is searched as text only. */
export const LARGEST_CODE = 1024 * 1024;

/** What a look at a document's code came to. */
export interface AnalysisResult {
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
  use<T>(document: SourceDocument, options: ScanOptions, work: (look: AnalysisResult) => T | Promise<T>): Promise<T>;
  /**
   * Looks at a text again with other texts of some files, as the scan does: the check that an edit can be read back.
   * Whoever asks releases its file.
   */
  reanalyse(known: Analysed, document: SourceDocument, changed: readonly ProjectFile[], options: ScanOptions): Analysis;
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
        ...noProject,
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
  readonly look: AnalysisResult;
  /** How many work with it. */
  users: number;
  /** It is the last one, which is kept. */
  kept: boolean;
}

/** Frees an analysis that nobody needs any more. */
const letGo = ({ users, kept, look }: Held): void => {
  if (users === 0 && !kept) look.analysed?.analysis.file.release();
};

/** One closure, hence its length: the analyses that are lent, kept and freed are counted in one place. */
export function createAnalyser(files: Files, tools: Tools, model: Model): Analyser {
  const contexts = createContexts(files);
  const types = createTypeFiles(model);
  // The last analysis serves the title, the edit and the preview of one text.
  const state = { last: null as Held | null };
  // The same for all files of a folder, and one project serves many of them.
  const brought = new WeakMap<ProjectContext, Map<string, boolean>>();

  const isBrought = (language: Language, path: string, project: ProjectContext | undefined): boolean => {
    if (!project) return false;
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
  ): Promise<AnalysisResult> => {
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
      tools.onTrouble?.(error);
      const trouble = whyFailed(error);
      // Nobody knows what state an error has left it in.
      if (trouble && trouble !== TOO_DEEP) loaded.parser.lose();
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
        tools.onTrouble?.(error);
        const trouble = analysed && whyFailed(error);
        if (!trouble) throw error;
        analysed.tools.parser.lose();
        return await work({ analysed: null, trouble });
      } finally {
        held.users--;
        letGo(held);
      }
    },
    reanalyse({ tools: loaded, project, analysis: { facts } }, document, changed, options) {
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

const nothing: AnalysisResult = { analysed: null, trouble: null };

const TOO_LARGE = say('code larger than 1 MB: searched as text only');
const TOO_DEEP = say('the code is nested too deeply: searched as text only');
const LEFT_OUT = say('part of the code is nested too deeply: searched as text only');
const NO_TREE = say('the code could not be analyzed: searched as text only');

/** True unless the parser that made it has broken down since. */
const isWhole = ({ analysed }: AnalysisResult): boolean => !analysed?.tools.parser.isLost;

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

async function areCurrent(imported: readonly ProjectFile[], contexts: Contexts): Promise<boolean> {
  for (const { path, text } of imported) if ((await contexts.first([path]))?.text !== text) return false;
  return true;
}
