import { applyEdits } from '../../src/core/edit';
import type { ProjectFile } from '../../src/core/files';
import { createEngine } from '../../src/engine/engine';
import type { createTools } from '../../src/engine/engine';
import { memoryFiles } from '../support/memory-files';

type Tools = ReturnType<typeof createTools>;

/** A small program, in one file or more. */
export interface Program {
  /** What it was put together from. */
  readonly name: string;
  /** The file with the client, then the others. */
  readonly files: readonly ProjectFile[];
}

/** What a migration made of a program that compiles. */
export interface Outcome {
  readonly program: Program;
  /** The files after, or null where nothing changes. */
  readonly after: readonly ProjectFile[] | null;
  /** Why nothing changes: `silent` for a program in which nothing is found, else the id of the refusal. */
  readonly why: string;
  /** A second migration would change something again. */
  readonly again: boolean;
}

const MOST = 6;

/** Migrates all that is found in a program, as long as anything changes, in memory. */
export async function outcomeOf(program: Program, around: readonly ProjectFile[], tools: Tools): Promise<Outcome> {
  const texts = new Map([...program.files, ...around].map(({ path, text }) => [path, text]));
  const [own] = program.files;
  if (!own) throw new RangeError('a program without a file');
  const engine = createEngine({ files: memoryFiles(Object.fromEntries(texts)), tools });
  const { findings } = await engine.scan(own);
  if (findings.length === 0) return { program, after: null, why: 'silent', again: false };
  const first = await step(own.path, texts, tools);
  if (first !== null)
    return {
      program,
      after: null,
      why: findings.find(({ refusal }) => refusal)?.refusal?.id ?? `offered, then ${first}`,
      again: false,
    };
  const after = program.files.map(({ path }) => ({ path, text: texts.get(path) ?? '' }));
  let rounds = 1;
  while (rounds < MOST && (await step(own.path, texts, tools)) === null) rounds++;
  const again = program.files.some(({ path }, i) => texts.get(path) !== after[i]?.text);
  return { program, after, why: '', again };
}

/** Null when something has changed, else why not. */
async function step(path: string, texts: Map<string, string>, tools: Tools): Promise<string | null> {
  const engine = createEngine({ files: memoryFiles(Object.fromEntries(texts)), tools });
  const plan = await engine.plan({ path, text: texts.get(path) ?? '' }, 'all', 'identity');
  if (plan.kind === 'refusal') return plan.id;
  for (const { path: name, edits } of plan.files) texts.set(name, applyEdits(texts.get(name) ?? '', edits));
  return null;
}
