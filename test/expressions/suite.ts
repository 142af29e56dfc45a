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

/** Gives every expression of some rooms to recheck. Files of tests run side by side, so each takes a part of the house. */
export function expectSafe(rooms: readonly string[]): void {
  describe(`every expression of ${rooms.join(', ')}`, () => {
    // Neither of recheck's other back ends, a Java program and a native one, is needed.
    beforeAll(() => vi.stubEnv('RECHECK_BACKEND', 'pure'));
    afterAll(() => vi.unstubAllEnvs());

    it('is linear by its automaton, or bounded whatever the input', async () => {
      const expressions = await expressionsOf(rooms);
      expect(expressions.length).toBeGreaterThan(20);
      const others = expressions.flatMap((one) => {
        const verdict = verdictOf(one);
        return verdict === 'safe' ? [] : [`${one.place} ${verdict} /${one.source}/${one.flags}`];
      });
      expect(others).toEqual([]);
    }, 300_000);
  });
}
