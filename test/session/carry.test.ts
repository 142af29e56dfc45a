import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../src/core/span';
import { carry, moveSpan, reconcile, reveal, settle } from '../../src/session/carry';
import type { Change, ShownFinding } from '../../src/session/carry';
import { finding } from './finding';

const change = (rangeOffset: number, rangeLength: number, text: string): Change => ({ rangeOffset, rangeLength, text });

const after = (text: string, changes: readonly Change[]): string =>
  [...changes]
    .sort((a, b) => b.rangeOffset - a.rangeOffset)
    .reduce(
      (now, one) => now.slice(0, one.rangeOffset) + one.text + now.slice(one.rangeOffset + one.rangeLength),
      text,
    );

describe('moveSpan', () => {
  it.each([
    ['before', change(0, 0, 'xx'), { start: 12, end: 22 }],
    ['right before', change(10, 0, 'xx'), { start: 12, end: 22 }],
    ['right after', change(20, 0, 'xx'), { start: 10, end: 20 }],
    ['inside', change(15, 2, 'xxx'), { start: 10, end: 21 }],
    ['over the beginning', change(8, 4, ''), { start: 8, end: 16 }],
    ['over the end', change(18, 5, 'x'), { start: 10, end: 18 }],
    ['over all of it', change(9, 12, 'x'), null],
    ['exactly it', change(10, 10, ''), null],
  ])('follows a change %s', (_, one, expected) => {
    expect(moveSpan({ start: 10, end: 20 }, [one])).toEqual(expected);
  });

  it('keeps the very characters that no change touched, whatever the changes and their order', () => {
    const spots = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
    fc.assert(
      fc.property(spots, fc.integer({ min: 0, max: 9 }), fc.string({ maxLength: 5 }), (where, kept, inserted) => {
        // Ten fields of five characters; some are replaced, one is watched.
        const text = Array.from({ length: 10 }, (_, i) => `<${String(i).repeat(3)}>`).join('');
        const changes = where.filter((i) => i !== kept).map((i) => change(i * 5, 5, inserted));
        const span = moveSpan({ start: kept * 5, end: kept * 5 + 5 }, changes);
        const now = after(text, changes);
        expect(span && now.slice(span.start, span.end)).toBe(text.slice(kept * 5, kept * 5 + 5));
      }),
    );
  });
});

const shown = (textual: boolean, rule: string, start: number, end: number): ShownFinding => ({
  textual,
  finding: finding({ rule, span: { start, end } }),
});

describe('carry', () => {
  it('drops a hardcoded value that was touched and that the scan of the text does not know', () => {
    expect(carry([shown(false, 'hardcoded/github-token', 10, 20)], [change(12, 0, 'x')])).toEqual([]);
  });

  it('keeps a call while its arguments are typed', () => {
    const [kept] = carry([shown(false, 'key-auth/storage-blob', 10, 20)], [change(12, 0, 'x')]);
    expect(kept?.finding.span).toEqual({ start: 10, end: 21 });
  });
});

describe('after a keystroke', () => {
  const value = shown(true, 'hardcoded/storage-account-key', 10, 20);
  const call = shown(false, 'key-auth/storage-blob', 30, 40);

  it('what the text no longer tells is gone at once', () => {
    expect(reconcile([value, call], [])).toEqual([call]);
  });

  it('what it still finds keeps its fixes and takes the new span', () => {
    const now = finding({ rule: value.finding.rule, span: { start: 10, end: 21 } });
    const [kept] = reconcile([value], [now]);
    expect(kept?.finding).toEqual({ ...value.finding, span: now.span });
  });

  it('what is new waits for the pause', () => {
    const fresh = finding({ rule: 'hardcoded/storage-sas', span: { start: 50, end: 60 } });
    expect(reconcile([call], [fresh])).toEqual([call]);
    expect(reveal([call], [fresh])).toEqual([call, { textual: true, finding: fresh }]);
  });

  it('another rule at the same place is another finding', () => {
    const other = finding({ rule: 'hardcoded/storage-sas', span: value.finding.span });
    expect(reconcile([value], [other])).toEqual([]);
  });
});

describe('settle', () => {
  it('marks what the text alone can take back', () => {
    const value = finding({ rule: 'hardcoded/storage-account-key', span: { start: 10, end: 20 } });
    const call = finding({ rule: 'key-auth/storage-blob', span: { start: 30, end: 40 } });
    expect(settle([value, call], [value]).map(({ textual }) => textual)).toEqual([true, false]);
  });
});

describe('many findings and many changes at once', () => {
  const spans = fc.array(
    fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 9 }), rule: fc.constantFrom('a/x', 'b/x') }),
    { maxLength: 12 },
  );
  const findings = spans.map((all) =>
    all
      .map(({ start, length, rule }) => finding({ rule, span: { start, end: start + length } }))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  );

  it('moves a span as the changes do one after the other, from the end backwards', () => {
    const lengths = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.nat(40), fc.integer({ min: 1, max: 9 }), (parts, start, length) => {
        let at = 0;
        const changes = parts.map(([gap, removed, text]) => {
          const one = change(at + gap + 1, removed, text);
          at = one.rangeOffset + removed;
          return one;
        });
        const inTurn = [...changes]
          .reverse()
          .reduce<ReturnType<typeof moveSpan>>((span, one) => span && moveSpan(span, [one]), {
            start,
            end: start + length,
          });
        expect(moveSpan({ start, end: start + length }, changes)).toEqual(inTurn);
      }),
    );
  });

  it('finds the first that overlaps, whatever else is there', () => {
    fc.assert(
      fc.property(findings, findings, (before, now) => {
        const kept = reconcile(
          before.map((one) => ({ textual: true, finding: one })),
          now,
        );
        const expected = before.flatMap((one) => {
          const same = now.find((other) => other.rule === one.rule && overlaps(other.span, one.span));
          return same ? [same.span] : [];
        });
        expect(kept.map((one) => one.finding.span)).toEqual(expected);
      }),
    );
  });
});
