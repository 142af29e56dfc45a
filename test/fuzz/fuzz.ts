import { check, createBench } from './check';
import type { Bench, Verdict } from './check';
import { inputOf, recipeOf } from './input';
import type { Input, Recipe } from './input';
import { shapesOf } from './shapes';
import type { Shape, Target } from './shapes';

/** A broken invariant, with what makes it again. Nothing of a value is in `about`. */
export interface Failure {
  readonly target: Target;
  readonly seed: number;
  readonly iteration: number;
  readonly broken: readonly string[];
  readonly about: string;
  readonly input: Input;
}

export interface Progress {
  readonly iterations: number;
  readonly findings: number;
  readonly migrations: number;
  readonly failures: readonly Failure[];
}

interface Limits {
  /** The one to begin with: a failure is made again with `from` and one iteration. */
  readonly from?: number;
  /** True when it is time to end. */
  readonly isOver: (iteration: number) => boolean;
  /** Milliseconds of processor time that a scan or a plan may take; without it time is not asked for. */
  readonly slow?: number;
  readonly onFailure?: (failure: Failure) => void;
}

/** More of the same kind teach nothing. */
const OF_A_KIND = 3;

/** Two numbers as one seed. */
const mixed = (seed: number, iteration: number): number =>
  (Math.imul(seed, 2_654_435_761) ^ Math.imul(iteration, 40_503)) | 0;

/** Mutates shapes of a target until it is over. The same seed and iteration give the same input. */
export async function fuzz(
  target: Target,
  seed: number,
  { from = 0, isOver, slow, onFailure }: Limits,
): Promise<Progress> {
  const shapes = shapesOf(target, seed);
  const bench = createBench();
  const totals = { findings: 0, migrations: 0 };
  const failures: Failure[] = [];
  const kinds = new Map<string, number>();
  let iteration = from;
  for (; !isOver(iteration); iteration++) {
    const recipe = recipeOf(shapes, mixed(seed, iteration));
    const input = inputOf(recipe);
    const first = await check(input, bench);
    // The garbage of the inputs before it is no fault of this one.
    const verdict = slow !== undefined && first.slowest > slow ? await check(input, bench) : first;
    totals.findings += verdict.findings;
    totals.migrations += verdict.migrations;
    const grows = slow !== undefined && verdict.time > LONG && (await isSteep(input, verdict, bench));
    const broken = [...brokenIn(verdict, slow), ...(grows ? ['steep'] : [])];
    const kind = broken.join(', ');
    const known = kinds.get(kind) ?? 0;
    kinds.set(kind, known + 1);
    if (broken.length === 0 || known >= OF_A_KIND) continue;
    const least = grows ? recipe : await smaller(recipe, broken, slow, bench);
    const failure = { target, seed, iteration, broken, about: aboutOf(least), input: inputOf(least) };
    failures.push(failure);
    onFailure?.(failure);
  }
  return { iterations: iteration - from, ...totals, failures };
}

/** Inputs that take longer, in milliseconds of processor time, are done again at twice the size. */
const LONG = 1500;

/** Whether the input with everything in its file twice takes far more than four times as long: one plan for each finding is made. */
async function isSteep(input: Input, { time }: Verdict, bench: Bench): Promise<boolean> {
  const text = input.files[input.path] ?? '';
  const twice = await check({ ...input, files: { ...input.files, [input.path]: `${text}\n${text}` } }, bench);
  return twice.time > 6 * time;
}

const brokenIn = ({ broken, slowest }: Verdict, slow: number | undefined): readonly string[] =>
  slow !== undefined && slowest > slow ? [...broken, 'slow'] : broken;

/** The recipe with fewer mutations and files that still breaks the same. */
async function smaller(
  recipe: Recipe,
  broken: readonly string[],
  slow: number | undefined,
  bench: Bench,
): Promise<Recipe> {
  let least = recipe;
  const tries = (now: Recipe): Recipe[] => [
    ...now.made.map((_, at) => ({ ...now, made: now.made.filter((__, other) => other !== at) })),
    ...Object.keys(now.shape.files)
      .filter((path) => path !== now.shape.path)
      .map((path) => ({ ...now, shape: without(now.shape, path), made: now.made.filter((one) => one.path !== path) })),
  ];
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const fewer of tries(least)) {
      const again = brokenIn(await check(inputOf(fewer), bench), slow);
      if (!broken.every((one) => one === 'steep' || again.includes(one))) continue;
      least = fewer;
      isSmaller = true;
      break;
    }
  }
  return least;
}

const without = (shape: Shape, path: string): Shape => ({
  ...shape,
  files: Object.fromEntries(Object.entries(shape.files).filter(([one]) => one !== path)),
});

const aboutOf = ({ shape, other, whole, made }: Recipe): string =>
  [
    `shape "${shape.name}" (${Object.keys(shape.files).join(', ')})`,
    made.length === 0 ? 'not mutated' : made.map(({ mutation, path }) => `${mutation} in ${path}`).join('; '),
    ...(made.some(({ mutation }) => /other|interleave/.test(mutation)) ? [`with "${other.name}"`] : []),
    ...(whole ? [] : ['values cut too']),
  ].join(': ');
