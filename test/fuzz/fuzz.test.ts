import { describe, expect, test } from 'vitest';
import { fuzz } from './fuzz';
import type { Target } from './shapes';

/** Half a minute of all three, or a minute on a slow machine; an hour is run by hand: `npm run fuzz -- --seconds 3600`. */
const INPUTS: readonly (readonly [target: Target, inputs: number])[] = [
  ['typescript', 60],
  ['csharp', 40],
  ['settings', 300],
];

describe('mutated code and settings', () => {
  test.each(INPUTS)(
    '%s: what is planned can be made, is made once, and shows nothing of a value',
    async (target, inputs) => {
      const { failures, findings, migrations } = await fuzz(target, 20_261_130, {
        isOver: (iteration) => iteration >= inputs,
      });
      expect(failures.map(({ iteration, broken, about }) => ({ iteration, broken, about }))).toEqual([]);
      expect(findings).toBeGreaterThan(inputs / 4);
      expect(migrations).toBeGreaterThan(0);
    },
    120_000,
  );
});
