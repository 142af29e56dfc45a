import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { collect, evaluate, isIn } from './collect';
import type { Expression } from './collect';
import { builtOnLoad } from './built';
import { verdictOf } from './verdict';

/** The expressions of some rooms of the house, each text once, with the first place that has it. */
async function expressionsOf(rooms: readonly string[]): Promise<readonly Expression[]> {
  const { literals, built } = collect(rooms);
  const inCode = built.flatMap(({ place, call, file }): Expression[] => {
    const [pattern, flags] = call.arguments ?? [];
    const source = pattern && evaluate(pattern, file);
    const known = flags && evaluate(flags, file, 'g');
    return typeof source === 'string' ? [{ place, source, flags: known ?? '' }] : [];
  });
  const names = [...new Set(built.map(({ place }) => place.split(':')[0] ?? ''))];
  const onLoad = await builtOnLoad(names);
  const all = [...literals, ...inCode, ...onLoad].filter(({ place }) => isIn(place, rooms));
  return [...new Map(all.map((one) => [`/${one.source}/${one.flags}`, one] as const).reverse()).values()].reverse();
}

/** Expressions that recheck cannot decide; no repeat in them is without a bound, so that a match at one place has one too. */
const BOUNDED: readonly { readonly file: string; readonly start: string; readonly why: string }[] = [
  {
    file: 'formats/inline.ts',
    start: String.raw`(?<![\w.:-])(?:(?<key>`,
    why: 'a name may not begin within a word; values of 4,000 units at most',
  },
  {
    file: 'manifests/mask.ts',
    start: String.raw`^\s{0,400}<(?:Package`,
    why: 'at the start of a line only; recheck runs out of time on its many repeats',
  },
];

const UNBOUNDED = /(?<!\\)(?:\\\\)*(?:[*+]|\{\d+,\})/;

/** True for one of {@link BOUNDED} that has no unbounded repeat outside of its classes of characters. */
const isBounded = ({ place, source }: Expression): boolean =>
  BOUNDED.some(({ file, start }) => place.startsWith(file) && source.startsWith(start)) &&
  !UNBOUNDED.test(source.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x'));

/** Gives every expression of some rooms to recheck. Files of tests run side by side, so each takes a part of the house. */
export function expectSafe(rooms: readonly string[]): void {
  describe(`every expression of ${rooms.join(', ')}`, () => {
    // Neither of recheck's other back ends, a Java program and a native one, is needed.
    beforeAll(() => vi.stubEnv('RECHECK_BACKEND', 'pure'));
    afterAll(() => vi.unstubAllEnvs());

    it('is linear by its automaton, or bounded whatever the input', async () => {
      const expressions = await expressionsOf(rooms);
      expect(expressions.length).toBeGreaterThan(20);
      const others = expressions
        .map((one) => ({ one, verdict: verdictOf(one) }))
        .filter(({ one, verdict }) => verdict !== 'safe' && !isBounded(one))
        .map(({ one: { place, source, flags }, verdict }) => `${place} ${verdict} /${source}/${flags}`);
      expect(others).toEqual([]);
    }, 600_000);
  });
}
