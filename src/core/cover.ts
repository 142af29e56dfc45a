import type { Span } from './span';

/** Places that are taken together: what lies within one of them, however many there are. */
export interface Cover {
  /** True where one of the places covers the whole of another. */
  covers(place: Span): boolean;
  add(place: Span): void;
}

/** Places that were added since the others were put in order: few, so that looking through them costs little. */
const RECENT = 32;

export function coverOf(places: readonly Span[]): Cover {
  let { starts, ends } = ordered(places);
  const all = [...places];
  let recent: Span[] = [];
  return {
    covers({ start, end }) {
      if (recent.some((one) => one.start <= start && end <= one.end)) return true;
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      return low > 0 && (ends[low - 1] ?? 0) >= end;
    },
    add(place) {
      all.push(place);
      recent.push(place);
      if (recent.length <= Math.max(RECENT, Math.sqrt(all.length))) return;
      ({ starts, ends } = ordered(all));
      recent = [];
    },
  };
}

/** Where places start, in order, and how far those up to there reach at most. */
function ordered(places: readonly Span[]): { starts: readonly number[]; ends: readonly number[] } {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  let furthest = -1;
  return {
    starts: sorted.map(({ start }) => start),
    ends: sorted.map(({ end }) => (furthest = Math.max(furthest, end))),
  };
}
