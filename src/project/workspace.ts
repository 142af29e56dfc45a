import { baseName } from '../core/document';
import type { Files, FileText } from '../core/files';
import { createFolderReader } from './folders';
import type { FolderReader } from './folders';
import { describesProjects } from './manifests';
import { nearnessOf } from './nearness';
import type { Home, Nearness } from './nearness';
import type { Project } from './project';
import { createProjects } from './projects';
import type { Projects } from './projects';
import { relationsOf } from './related';
import type { Relations } from './related';
import { createTree } from './tree';
import type { Tree } from './tree';
import { createWordIndex } from './word-index';
import type { IndexProgress, WordIndex } from './word-index';
import { yieldingTask } from './task';
import type { Task } from './task';

export interface ModelLimits {
  /** Paths that are kept, at most. */
  readonly files: number;
  /** Bytes of one file; larger ones are not code a person wrote. */
  readonly bytes: number;
  /** Files that one answer names. */
  readonly found: number;
}

/** A file that was read for an answer, and how near it is to the document that was asked for. */
export interface FoundFile {
  readonly path: string;
  readonly file: FileText;
  readonly nearness: Nearness;
  readonly project: Project | null;
}

/** What all answers of a model share. */
export interface Workspace {
  readonly files: Files;
  readonly limits: ModelLimits;
  readonly folders: FolderReader;
  readonly projects: Projects;
  readonly tree: Tree;
  readonly index: WordIndex;
  /** Brings the index up to date. Calls wait for each other. */
  settle(work: Task, onProgress?: (progress: IndexProgress) => void): Promise<void>;
  relations(): Promise<Relations>;
  homeOf(path: string): Promise<Home>;
  nearness(path: string, home: Home): Promise<Pick<FoundFile, 'nearness' | 'project'>>;
  /** The files that may mention one of the names, read one after the other, in order. Settles first. `where` picks paths. */
  holding(names: readonly string[], home: Home, where?: (path: string) => boolean): AsyncGenerator<FoundFile>;
  /** Whether every file of the workspace is known, once settled. */
  isComplete(): boolean;
  changed(path: string): void;
}

/** @param like another one of the same files: what it has read is not read again, unless it changes */
export function createWorkspace(files: Files, limits: ModelLimits, like?: Workspace): Workspace {
  const folders = createFolderReader(files);
  const projects = createProjects(files, folders);
  const tree = createTree(files, limits.files, (path) => index.touched(path));
  const index: WordIndex = createWordIndex(files, tree, limits.bytes, (path) => like?.index.filterOf(path));
  let running: Promise<unknown> = Promise.resolve();
  let known: Promise<Relations> | null = null;

  /** One after the other: two walks at once would do the work twice. */
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const next = running.then(task, task);
    running = next;
    return next;
  };
  const readRelations = async (): Promise<Relations> => {
    await inTurn(() => tree.refresh(yieldingTask()));
    return relationsOf(projects, tree.paths);
  };
  const workspace: Workspace = {
    files,
    limits,
    folders,
    projects,
    tree,
    index,
    settle: (work, onProgress) =>
      inTurn(async () => {
        await tree.refresh(work);
        await index.refresh(work, onProgress);
      }),
    relations() {
      const found = (known ??= readRelations());
      // What failed once may work the next time.
      found.catch(() => (known = null));
      return found;
    },
    async homeOf(path) {
      const project = await projects.of(path);
      const related = project ? (await workspace.relations()).related(project) : [];
      return { path, project, related: new Set(related.map(({ id }) => id)) };
    },
    async nearness(path, home) {
      const around = await projects.around(path);
      const own = around.find(({ id }) => id === home.project?.id);
      return { nearness: nearnessOf(path, around, home), project: own ?? around[0] ?? null };
    },
    async *holding(names, home, where = () => true) {
      const work = yieldingTask();
      await workspace.settle(work);
      for (const path of index.candidates(names).filter(where)) {
        await work.pause();
        const file = await files.read(path, limits.bytes);
        // It may have vanished since.
        if (file.kind === 'text') yield { path, file, ...(await workspace.nearness(path, home)) };
      }
    },
    isComplete: () => tree.complete && index.unread.size === 0,
    changed(path) {
      const isNew = !tree.paths.has(path);
      for (const one of isNew ? [path, ...alike(path, tree.paths)] : [path]) {
        tree.changed(one);
        index.changed(one);
      }
      // The text of a known file that is no manifest says nothing of projects; what is new or gone may be a folder full of them.
      if (!isNew && !describesProjects(baseName(path))) return;
      known = null;
      folders.forget();
      projects.forget();
    },
  };
  return workspace;
}

/** Known paths that differ in case alone: where case is no matter, a watcher may say the name in another one. */
function* alike(path: string, known: ReadonlySet<string>): Generator<string> {
  const lower = path.toLowerCase();
  for (const one of known) if (one.length === path.length && one.toLowerCase() === lower) yield one;
}
