/** The first index for which it is true, in a list where it is true from there on. */
export function firstIndex<T>(list: readonly T[], isTrue: (item: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
