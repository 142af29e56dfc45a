import { checkSync } from 'recheck';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { secretKinds } from '../../src/detect/kinds/index';
import { smells } from '../../src/detect/smells/index';

describe('expressions are linear', () => {
  const looks = [...secretKinds, ...smells].flatMap(({ id, looks: own }) =>
    own.map((look, nth) => ({ id: `${id} ${nth}`, ...look })),
  );

  describe('by their automaton', () => {
    // Neither of recheck's other back ends, a Java program and a native one, is needed.
    beforeAll(() => vi.stubEnv('RECHECK_BACKEND', 'pure'));
    afterAll(() => vi.unstubAllEnvs());

    it('knows one that is not', () => {
      expect(checkSync('^(?:a|aa){1,}$', '', { checker: 'automaton' }).status).toBe('vulnerable');
      expect(checkSync('^\\d{1,}x?\\d{1,}$', '', { checker: 'automaton' }).status).toBe('vulnerable');
    });

    it.each(looks.map(({ id, pattern }) => [id, pattern] as const))('%s', (_, { source, flags }) => {
      const found = checkSync(source, flags.replace(/[^iu]/g, ''), { checker: 'automaton' });
      expect(found.status, JSON.stringify(found)).toBe('safe');
    });
  });

  it('repeats within bounds only', () => {
    for (const { id, pattern } of looks) {
      // `+` and `*` outside of a class and not escaped; `{n,}`.
      const plain = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
      expect(plain, id).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });
});
