import type { SourceDocument } from '../core/document';
import type { Files, ProjectFile } from '../core/files';
import { createDetector } from '../detect/detector';
import type { Detector } from '../detect/detector';
import type { Importers } from './exports/importers';
import { importersOf } from './exports/importers-of';
import { filesAround, locksAround, readAll } from './files-around';
import { filesMentioning } from './mentions';
import type { Mentions, Scope } from './mentions';
import type { Nearness } from './nearness';
import type { Project } from './project';
import type { Runtime } from './runtime/runtime';
import { runtimeOf } from './runtime/runtime-of';
import type { SettingFacts } from './settings/facts';
import { settingFacts } from './settings/setting-facts';
import type { IndexProgress } from './word-index';
import { yieldingTask } from './task';
import { createWorkspace } from './workspace';
import type { ModelLimits, Workspace } from './workspace';

const LIMITS: ModelLimits = { files: 50_000, bytes: 1024 * 1024, found: 500 };

export interface IndexReport {
  readonly files: number;
  /** Bytes that the index takes in memory. */
  readonly bytes: number;
  readonly complete: boolean;
}

export interface IndexOptions {
  readonly onProgress?: ((progress: IndexProgress) => void) | undefined;
  /** Ends the indexing: the promise fails with its reason. What is indexed by then stays. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is known of a workspace: filled when it is asked for, kept up to date by {@link Model.changed}. Paths are those of the
 * port {@link Files}.
 */
export interface Model {
  projectOf(path: string): Promise<Project | null>;
  /** The projects that this one sees or is seen by. */
  related(project: Project): Promise<readonly Project[]>;
  runtimeOf(document: SourceDocument): Promise<Runtime>;
  /** How near a file is to a document. */
  nearness(path: string, document: string): Promise<Nearness>;
  /** Manifests of a document's project, and settings files in its folder, above it and in its project. */
  filesAround(path: string): Promise<readonly ProjectFile[]>;
  /** The texts of files, those left out that cannot be read. */
  read(paths: readonly string[]): Promise<readonly ProjectFile[]>;
  /** Paths of the lock files in the folders of manifests and above them: they tell how packages are installed. */
  locksAround(manifests: readonly string[]): Promise<readonly string[]>;
  settingFacts(name: string, path: string): Promise<SettingFacts>;
  importersOf(path: string, exportedName: string | null): Promise<Importers>;
  filesMentioning(words: readonly string[], path: string, scope: Scope): Promise<Mentions>;
  index(options?: IndexOptions): Promise<IndexReport>;
  /** A model of its own over other texts of the same files: what this one has read is not read again. */
  over(files: Files): Model;
  /** A file or folder was made, changed, renamed or deleted. Costs nothing; the next question looks at it. */
  changed(path: string): void;
}

/** A model of the files of one root folder. Nothing is read before the first question. */
export function createModel(files: Files, limits: ModelLimits = LIMITS): Model {
  return modelOf(createWorkspace(files, limits));
}

function modelOf(workspace: Workspace): Model {
  const { files, limits } = workspace;
  const { projects, folders } = workspace;
  // Its tables are built when the first value is judged.
  let detector: Detector | null = null;
  const read = async (path: string): Promise<string | null> => {
    const file = await files.read(path, limits.bytes);
    return file.kind === 'text' ? file.text : null;
  };
  return {
    projectOf: (path) => projects.of(path),
    related: async (project) => (await workspace.relations()).related(project),
    runtimeOf: async (document) =>
      runtimeOf(document, await projects.of(document.path), { names: (folder) => folders.names(folder), read }),
    nearness: async (path, document) => (await workspace.nearness(path, await workspace.homeOf(document))).nearness,
    filesAround: (path) => filesAround(workspace, path),
    read: (paths) => readAll(files, paths),
    locksAround: (manifests) => locksAround(folders, manifests),
    settingFacts: (name, path) => settingFacts(workspace, (detector ??= createDetector([])), name, path),
    importersOf: (path, exportedName) => importersOf(workspace, path, exportedName),
    filesMentioning: (words, path, scope) => filesMentioning(workspace, words, path, scope),
    async index({ onProgress, signal } = {}) {
      signal?.throwIfAborted();
      await workspace.settle(yieldingTask(signal), onProgress);
      return {
        files: workspace.tree.paths.size,
        bytes: workspace.index.bytes,
        complete: workspace.isComplete(),
      };
    },
    over: (others) => modelOf(createWorkspace(others, limits, workspace)),
    changed: (path) => workspace.changed(path),
  };
}
