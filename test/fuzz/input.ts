import { languageOf } from '../../src/engine/tools';
import { createRandom } from '../support/fake-secrets';
import type { Random } from '../support/fake-secrets';
import { MUTATIONS, split } from './mutate';
import type { Shape } from './shapes';

/** One mutation that was made: its name, its own seed, and the file. */
interface Made {
  readonly mutation: string;
  readonly seed: number;
  readonly path: string;
}

/** How an input comes out of a shape: enough to make it again. */
export interface Recipe {
  readonly shape: Shape;
  readonly other: Shape;
  readonly seed: number;
  /** Values are left whole by the mutations, so that everything can be asked of them; else mutations cut them too. */
  readonly whole: boolean;
  readonly made: readonly Made[];
}

export interface Input {
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
  readonly values: readonly string[];
  /** The values are in the files as they were made, whole or in joined halves; else a cut one may be anywhere. */
  readonly whole: boolean;
}

const isCode = (path: string): boolean => languageOf({ path, text: '' }) !== null;

/** Stands for a value while a text is mutated: one unit, which no mutation can cut. */
const ATOM = 0xe000;

export function recipeOf(shapes: readonly Shape[], seed: number): Recipe {
  const random = createRandom(seed);
  const [shape, other] = [random.pick(shapes), random.pick(shapes)];
  const names = Object.keys(MUTATIONS);
  const paths = Object.keys(shape.files).filter((path) => !path.startsWith('other/'));
  const count = random.below(10) === 0 ? 0 : 1 + random.below(5);
  return {
    shape,
    other,
    seed,
    whole: random.below(4) > 0,
    made: Array.from({ length: count }, () => ({
      mutation: random.pick(names),
      seed: random.below(2 ** 31),
      path: random.below(4) > 0 ? shape.path : random.pick(paths),
    })),
  };
}

/** The input of a recipe: always the same. */
export function inputOf({ shape, other, seed, whole, made }: Recipe): Input {
  // A value of several lines is a document with values in it: of that, everything may be shown but those.
  const values = [...new Set([...shape.values, ...other.values])]
    .filter((value) => !/\s/.test(value))
    .sort((a, b) => b.length - a.length);
  const hide = (text: string): string =>
    whole ? values.reduce((now, value, at) => now.replaceAll(value, String.fromCharCode(ATOM + at)), text) : text;
  const files: Record<string, string> = Object.fromEntries(
    Object.entries(shape.files).map(([path, text]) => [path, hide(text)]),
  );
  const foreign = hide(other.files[other.path] ?? '');
  for (const { mutation, seed: own, path } of made)
    files[path] = (MUTATIONS[mutation]?.(files[path] ?? '', createRandom(own), foreign) ?? files[path] ?? '').slice(
      0,
      LIMIT,
    );
  const random = createRandom(seed + 1);
  const isSplit = whole && random.below(4) === 0;
  const shown = (text: string): string => (whole ? revealed(text, values, random, isSplit) : text);
  // Half a pair of surrogates can be in a document of an editor, not in a file.
  const stored = (path: string, text: string): string =>
    path === shape.path && isCode(path)
      ? text
      : new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  const hasBare = Object.entries(files).some(([path, text]) => isCode(path) && hasBareLine(text));
  return {
    path: shape.path,
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, stored(path, shown(text))])),
    values: values.flatMap(secretsOf),
    whole: whole && !hasBare,
  };
}

/** Whole strings and comments of a line. */
const QUOTED = /"[^"]*"|'[^']*'|`[^`]*`|\/\/.*|#.*|\/\*.*/g;

/** True where a value is in no quotes and no comment: words of code, which hold no value. What a quote is left in may be a string. */
const hasBareLine = (text: string): boolean =>
  text.split(/[\r\n]/).some((line) => /[\ue000-\uf8ff]/.test(line) && isBare(line.replace(QUOTED, '""')));

const isBare = (line: string): boolean => /[\ue000-\uf8ff]/.test(line) && !/["'`]/.test(line.replaceAll('""', ''));

/** Of an address that is secret as a whole, the parts that make it so: not the host, not the words. */
const secretsOf = (value: string): readonly string[] =>
  /^https?:/.test(value)
    ? value.split(/[/?&=@]/).filter((part, at) => at > 2 && part.length >= 8 && /\d/.test(part))
    : [value];

/** Mutations that repeat each other stop here, in UTF-16 units. */
const LIMIT = 200_000;

function revealed(text: string, values: readonly string[], random: Random, isSplit: boolean): string {
  return text.replace(/[\ue000-\uf8ff]/g, (atom, at: number) => {
    const value = values[atom.charCodeAt(0) - ATOM] ?? '';
    if (!isSplit) return value;
    const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
    const quote = /["'`](?=[^"'`]*$)/.exec(line)?.[0];
    return quote === undefined || random.below(2) === 0 ? value : split(value, quote, random);
  });
}
