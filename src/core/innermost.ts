import type { Span } from './span';

/**
 * Finds the innermost of nested places around an offset without a look at all of them; undefined outside of every one.
 * @param items which lie within each other or apart; of two with the same place the later one is the inner one
 */
export function innermostOf<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span,
): (offset: number) => Item | undefined {
  const nested = items
    .map((item) => ({ item, ...spanOf(item), outer: -1 }))
    // The sort is stable: what has the same place stays in order.
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const open: number[] = [];
  for (const [nth, one] of nested.entries()) {
    while (open.length > 0 && (nested[open.at(-1) ?? -1]?.end ?? 0) <= one.start) open.pop();
    one.outer = open.at(-1) ?? -1;
    open.push(nth);
  }
  return (offset) => {
    let [low, high] = [0, nested.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((nested[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    let found = nested[low - 1];
    while (found && found.end <= offset) found = nested[found.outer];
    return found?.item;
  };
}
