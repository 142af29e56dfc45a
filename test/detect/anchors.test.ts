import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnchorScan, createHits } from '../../src/detect/anchors';

/** What the automaton must agree with: every place of every word, by the plainest means. */
function naively(words: readonly string[], text: string): string[] {
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: string[] = [];
  words.forEach((word, index) => {
    const needle = word.toLowerCase();
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) found.push(`${index}@${at}`);
  });
  return found.sort();
}

function scanned(words: readonly string[], text: string): string[] {
  const hits = createHits();
  createAnchorScan(words)(text, hits);
  const found: string[] = [];
  for (let i = 0; i < hits.length; i += 2) found.push(`${hits.pairs[i]}@${hits.pairs[i + 1]}`);
  return found.sort();
}

describe('createAnchorScan', () => {
  it('agrees with a naive search on any words and text', () => {
    const letter = fc.constantFrom('a', 'b', 'A', 'B', '=', '~', '8', 'é', '\u212a', '\ud83d', '\u{1f511}');
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '=', '~', '8'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12, selector: (each) => each.toLowerCase() }),
        fc.string({ unit: letter, maxLength: 80 }),
        (words, text) => {
          expect(scanned(words, text)).toEqual(naively(words, text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds words that end in one another', () => {
    expect(scanned(['she', 'he', 'hers', 'e'], 'uSHErs')).toEqual(naively(['she', 'he', 'hers', 'e'], 'ushers'));
  });

  it('forgets what it found before', () => {
    const [scan, hits] = [createAnchorScan(['key']), createHits()];
    scan('key '.repeat(2000), hits);
    expect(hits.length).toBe(4000);
    scan('a key', hits);
    expect([...hits.pairs.subarray(0, hits.length)]).toEqual([0, 2]);
  });

  it('tells its finds in the order of their ends, wherever the quarters of a text meet', () => {
    const words = ['ab', 'b', 'abcab', 'ca'];
    for (let length = 1; length < 60; length++) {
      const hits = createHits();
      createAnchorScan(words)('abc'.repeat(20).slice(0, length), hits);
      const ends = Array.from({ length: hits.length / 2 }, (_, i) => {
        const [word = 0, at = 0] = hits.pairs.subarray(2 * i, 2 * i + 2);
        return at + (words[word]?.length ?? 0);
      });
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(ends.length).toBe(naively(words, 'abc'.repeat(20).slice(0, length)).length);
    }
  });

  it('finds nothing in an empty text', () => {
    expect(scanned(['key'], '')).toEqual([]);
  });
});
