import type { Memento } from 'vscode';
import { noProgress } from '../session/progress';
import type { Progress } from '../session/progress';

const KEY = 'secretless.progress';

/** Choices, answers, ticks and counts: they stay with the workspace. */
export interface ProgressMemory {
  get(): Progress;
  set(progress: Progress): Promise<void>;
  /** Told when somebody else than the guidance view has changed it. */
  onDidImport(listener: () => void): void;
  imported(progress: Progress): Promise<void>;
}

export function createProgressMemory(memento: Memento): ProgressMemory {
  const listeners: (() => void)[] = [];
  const set = async (progress: Progress): Promise<void> => {
    await memento.update(KEY, progress);
  };
  return {
    get: () => ({ ...noProgress, ...memento.get<Partial<Progress>>(KEY) }),
    set,
    onDidImport: (listener) => listeners.push(listener),
    async imported(progress) {
      await set(progress);
      for (const listener of listeners) listener();
    },
  };
}
