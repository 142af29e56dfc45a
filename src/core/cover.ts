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
  let reach = reachOf(places);
  const all = [...places];
  let recent: Span[] = [];
  return {
    covers({ start, end }) {
      if (recent.some((one) => one.start <= start && end <= one.end)) return true;
      return reach(start) >= end;
    },
    add(place) {
      all.push(place);
      recent.push(place);
      if (recent.length <= Math.max(RECENT, Math.sqrt(all.length))) return;
      reach = reachOf(all);
      recent = [];
    },
  };
}

/**
 * Tells how far those of some places reach that start at an offset or before it: the greatest of their ends, -1 where there is
 * none. With it, what covers or touches a place is found without a look at all of them.
 */
export function reachOf(places: readonly Span[]): (offset: number) => number {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  let furthest = -1;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return ends[low - 1] ?? -1;
  };
}
