import type { ProjectFile } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import type { Engine } from '../../src/engine/engine';
import { memoryFiles } from './memory-files';

const tools = createTools();

/** An engine over files that only exist in the test. */
export const engineOver = (files: Readonly<Record<string, string>>): Engine =>
  createEngine({ files: memoryFiles(files), tools });

/** The same over a list; files that are not editable can be read only. */
export const engineWith = (files: readonly ProjectFile[]): Engine =>
  createEngine({
    files: memoryFiles(
      Object.fromEntries(files.map(({ path, text }) => [path, text])),
      files.filter(({ editable }) => editable === false).map(({ path }) => path),
    ),
    tools,
  });
