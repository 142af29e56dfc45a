import { checkSync } from 'recheck';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDetector } from '../../src/detect/detector';
import { secretKinds } from '../../src/detect/kinds/index';
import { smells } from '../../src/detect/smells/index';

/**
 * Each expression against lines of 100 KB made to be slow for it. The bound has a hundred times the room that a quiet
 * machine needs, so that only a quadratic or worse expression, which takes seconds, can break it; the bench measures.
 */
const BOUND_MS = 500;
const SIZE = 100_000;

const line = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);

const fillers = ['a', 'A1', '+/', '%2B', '\\u002B', '\\', '=', ' ', '"', ';', '&', 'a=b;', 'a=b&', '.', 'x '];

function slowest(pattern: RegExp, anchors: readonly string[]): { ms: number; text: string } {
  const find = new RegExp(pattern.source, `g${pattern.flags.replace(/[^iu]/g, '')}`);
  let worst = { ms: 0, text: '' };
  for (const filler of fillers) {
    for (const text of [
      line(filler),
      ...anchors.slice(0, 1).flatMap((anchor) => [line(anchor + filler), line(filler.repeat(60) + anchor)]),
    ]) {
      const start = performance.now();
      find.lastIndex = 0;
      for (let i = 0; i < 100 && find.exec(text) !== null; i++);
      const ms = performance.now() - start;
      if (ms > worst.ms) worst = { ms, text: text.slice(0, 40) };
    }
  }
  return worst;
}

describe('expressions are linear', () => {
  const looks = [...secretKinds, ...smells].flatMap(({ id, looks: own }) =>
    own.map((look, nth) => ({ id: `${id} ${nth}`, ...look })),
  );

  it.each(looks.map(({ id, pattern, anchors }) => [id, pattern, anchors] as const))('%s', (_, pattern, anchors) => {
    // A second chance: the first run may have met the garbage collector or another process.
    const worst = slowest(pattern, anchors);
    const ms = worst.ms > BOUND_MS ? slowest(pattern, anchors).ms : worst.ms;
    expect(ms, worst.text).toBeLessThan(BOUND_MS);
  });

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

  it('holds for the whole detector', () => {
    const detector = createDetector([]);
    const words = [
      'password=',
      'pwd ="',
      'api key: ',
      'client(',
      'sig=',
      'AccountKey=',
      'kind: Secret\ndata:\n',
      'mssql://a:',
    ];
    const detect = (text: string): number => {
      const start = performance.now();
      detector.detect({ path: 'a.yaml', text });
      return performance.now() - start;
    };
    for (const word of words) {
      for (const filler of ['a', '="', ' ', '(', 'x1 ', 'a=b;']) {
        const text = `azure openai sql.database.windows.net ${line(word + filler)}`;
        expect(Math.min(detect(text), detect(text)), word + filler).toBeLessThan(10 * BOUND_MS);
      }
    }
  });
});
