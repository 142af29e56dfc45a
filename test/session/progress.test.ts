import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, mergeProgress, noProgress, parseProgress, progressText } from '../../src/session/progress';
import type { Progress } from '../../src/session/progress';

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const progress: fc.Arbitrary<Progress> = fc.record({
  host: fc.option(id),
  iac: fc.constantFrom('cli', 'bicep', 'terraform'),
  answers: fc.dictionary(id, id, { maxKeys: 3, noNullPrototype: true }),
  services: fc.dictionary(id, fc.record({ done: fc.uniqueArray(id, { maxLength: 4 }), most: fc.nat(9) }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
});

describe('the file', () => {
  test('written and read again it is the same', () => {
    fc.assert(
      fc.property(progress, (one) => {
        const text = progressText(one);
        const read = parseProgress(text);
        expect(read).not.toBeNull();
        expect(progressText(read ?? noProgress)).toBe(text);
      }),
    );
  });

  test('whatever else is in it is refused or left out', () => {
    for (const text of ['', '{', '[]', 'null', '{"version":2,"services":{}}', '{"version":1}'])
      expect(parseProgress(text)).toBeNull();
    const odd = { version: 1, host: '<b>', iac: 'pulumi', answers: { a: 1 }, services: { 'A b': {}, x: { most: -1 } } };
    expect(parseProgress(JSON.stringify(odd))).toEqual({ ...noProgress, services: { x: { done: [], most: 0 } } });
    fc.assert(fc.property(fc.json(), (text) => void parseProgress(text)));
  });
});

test('merged, nothing that anybody has done is lost', () => {
  fc.assert(
    fc.property(progress, progress, (ours, theirs) => {
      const { services } = mergeProgress(ours, theirs);
      for (const one of [ours, theirs]) {
        for (const [name, state] of Object.entries(one.services)) {
          expect(services[name]?.done).toEqual(expect.arrayContaining([...(state?.done ?? [])]));
          expect(services[name]?.most).toBeGreaterThanOrEqual(state?.most ?? 0);
        }
      }
    }),
  );
});

test('the most findings ever seen stay while findings go', () => {
  const two = counted(noProgress, [{ service: 'a' }, { service: 'a' }, { service: null }]);
  expect(two.services).toEqual({ a: { done: [], most: 2 } });
  expect(counted(two, [{ service: 'a' }]).services).toEqual({ a: { done: [], most: 2 } });
});
