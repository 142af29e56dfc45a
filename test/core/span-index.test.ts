import { describe, expect, it } from 'vitest';
import { coverOf, reachOf } from '../../src/core/cover';
import { innermostOf } from '../../src/core/innermost';
import { spanIndex, union } from '../../src/core/span-index';

const span = (start: number, end: number) => ({ start, end });

describe('places of a text', () => {
  it('are found where they overlap another, in their order, and looked at no more than those near it', () => {
    let looked = 0;
    const places = Array.from({ length: 20_000 }, (_, i) => span(i * 100, i * 100 + 50));
    const near = spanIndex(places, (place) => {
      looked++;
      return [place];
    });
    looked = 0;
    expect(near(span(140, 220))).toEqual([span(100, 150), span(200, 250)]);
    expect(near(span(50, 100))).toEqual([]);
    expect(looked).toBeLessThan(20);
  });

  it('cover what lies within one of them, not what lies across two', () => {
    const cover = coverOf([span(10, 20), span(0, 5)]);
    for (let i = 0; i < 1_000; i++) cover.add(span(100 + i * 10, 105 + i * 10));
    expect([span(12, 20), span(0, 5), span(100, 105), span(9_100, 9_105)].every((one) => cover.covers(one))).toBe(true);
    expect([span(4, 6), span(19, 21), span(105, 106)].some((one) => cover.covers(one))).toBe(false);
  });

  it('tell how far those up to an offset reach', () => {
    const reach = reachOf([span(10, 40), span(0, 5), span(20, 30)]);
    expect([0, 9, 10, 25, 100].map(reach)).toEqual([5, 5, 40, 40, 40]);
    expect(reach(-1)).toBe(-1);
  });

  it('are found as the innermost of those round an offset, the later one of two that are the same', () => {
    const places = [span(0, 100), span(10, 60), span(10, 60), span(20, 30), span(40, 50), span(70, 80)];
    const innermost = innermostOf(places, (place) => place);
    const at = (offset: number): number => places.indexOf(innermost(offset) ?? span(0, 0));
    expect([0, 10, 25, 30, 45, 59, 60, 79, 99, 100].map(at)).toEqual([0, 2, 3, 2, 4, 2, 0, 5, 0, -1]);
  });

  it('are put in order once, however often somebody asks for the innermost one', () => {
    let looked = 0;
    const places = Array.from({ length: 10_000 }, (_, i) => span(i, 20_000 - i));
    const innermost = innermostOf(places, (place) => {
      looked++;
      return place;
    });
    for (let at = 0; at < 10_000; at++) expect(innermost(at)).toBe(places[at]);
    expect(looked).toBe(10_000);
  });

  it('are joined where they overlap or touch', () => {
    expect(union([span(5, 9), span(0, 5), span(20, 30), span(22, 24)])).toEqual([span(0, 9), span(20, 30)]);
  });
});
