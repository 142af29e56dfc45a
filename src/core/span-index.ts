import type { Span } from './span';
import { overlaps } from './span';

/** UTF-16 units that share a list of the index: about the length of a few lines. */
const STRETCH = 256;

/**
 * Finds what overlaps a place without a look at everything else: a text of n values is asked about each of them.
 * @param spansOf the places of an item in the text
 * @returns the items that overlap a place, in their order; an empty place overlaps what it is inside of
 */
export function spanIndex<Item>(
  items: readonly Item[],
  spansOf: (item: Item) => readonly Span[],
): (place: Span) => readonly Item[] {
  const stretches = new Map<number, Set<number>>();
  items.forEach((item, nth) => {
    for (const { start, end } of spansOf(item)) {
      for (let at = stretchOf(start); at <= stretchOf(end); at++) {
        const there = stretches.get(at) ?? new Set<number>();
        stretches.set(at, there.add(nth));
      }
    }
  });
  return (place) => {
    const near = new Set<number>();
    for (let at = stretchOf(place.start); at <= stretchOf(place.end); at++)
      for (const nth of stretches.get(at) ?? []) near.add(nth);
    return [...near]
      .sort((a, b) => a - b)
      .flatMap((nth) => {
        const item = items[nth];
        return item !== undefined && spansOf(item).some((span) => overlaps(span, place)) ? [item] : [];
      });
  };
}

const stretchOf = (offset: number): number => Math.floor(offset / STRETCH);

/** Places joined where they overlap or touch, in order. */
export function union(places: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The index of the first of some places, in order and apart, that ends after an offset; their number where none does. */
export function firstBehind(places: readonly Span[], offset: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
