import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { editsBetween } from '../../src/core/edits-between';

/** Each edit as `old => new`. */
const shown = (before: string, after: string): string[] =>
  editsBetween(before, after).map(({ span, newText }) => `${before.slice(span.start, span.end)} => ${newText}`);

describe('the edits between two texts', () => {
  it.each([
    ['nothing', 'a\nb\n', 'a\nb\n', []],
    ['a line that goes', 'a\nb\nc\n', 'a\nc\n', ['b\n => ']],
    ['lines that come', 'a\nc', 'a\nb\nb2\nc', [' => b\nb2\n']],
    ['a value', 'A=one\r\nB=two\r\n', 'A=one\r\nB=three\r\n', ['wo => hree']],
    [
      'the ends of a single line',
      '{ "A": "one", "Keep": { "B": 2 }, "C": "x" }',
      '{ "A": "two", "Keep": { "B": 2 } }',
      ['one => two', ', "C": "x" => '],
    ],
    ['lines that end with CR', 'a\rb\rc', 'a\rx\rc', ['b => x']],
    ['the kind of line end', 'a\rb', 'a\r\nb', ['\r => \r\n']],
    ['an emoji', '"\u{1F511}"', '"\u{1F512}"', ['\u{1F511} => \u{1F512}']],
    ['everything', 'a', '', ['a => ']],
  ])('%s', (_what, before, after, edits) => {
    expect(shown(before, after)).toEqual(edits);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', '{', '"', ' ', '\n', '\r\n', '\r', '\u{1F511}', '\u{1F512}', 'é'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));

  it('turn one text into the other, in order, and cut nothing in two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = editsBetween(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        for (const { span } of edits)
          for (const at of [span.start, span.end])
            expect(/\r\|\n|[\uD800-\uDBFF]\|[\uDC00-\uDFFF]/.test(`${before.slice(0, at)}|${before.slice(at)}`)).toBe(
              false,
            );
      }),
      { numRuns: 2000 },
    );
  });

  // A comparison of each word with each other one would not end within the time of a test.
  it('come for texts of 100,000 words without one in common, as one edit', () => {
    const text = (word: string) => Array.from({ length: 100_000 }, (_, i) => `${word}${i}`).join(' ');
    const [before, after] = [text('a'), text('b')];
    expect(applyEdits(before, editsBetween(before, after))).toBe(after);
  });
});
