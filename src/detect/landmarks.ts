import type { Span } from '../core/span';

/**
 * Words that say which service a text is about: hosts, SDK names, resource types, setting names. A value without a
 * shape of its own is judged by its name and the nearest landmark. Each kind has its own, and names them in `near`.
 */
export interface Landmark {
  /** For people who debug; landmarks are compared by identity. */
  readonly name: string;
  /** Case is ignored; {@link spellingsOf} says what `_` and a leading `^` mean. */
  readonly words: readonly string[];
  /** Other products use the same words in their names. */
  readonly common: boolean;
}

/** A landmark of a kind. No word may belong to two of them. */
export const landmark = (
  name: string,
  words: readonly string[],
  { common = false }: { readonly common?: boolean } = {},
): Landmark => ({ name, words, common });

/**
 * The spellings of a landmark: `_` between words stands for `_`, `-`, `.`, a space, or nothing. A leading `^` asks for a
 * place where a word begins: not within lower-case letters (`mysql_password` is no `sql_password`).
 */
export function spellingsOf(word: string): readonly string[] {
  const plain = word.replace('^', '');
  return /[a-z]_[a-z]/.test(plain)
    ? ['_', '-', '.', ' ', ''].map((joint) => plain.replace(/(?<=[a-z])_(?=[a-z])/g, joint))
    : [plain];
}

/** True where a landmark with a leading `^` may be. */
export function beginsWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const lowerBefore = before >= 97 && before <= 122;
  if (lowerBefore) return /[A-Z]/.test(text.charAt(at));
  return !(before >= 65 && before <= 90);
}

/** Where landmarks are in a text. */
export interface Surroundings {
  /** Does any landmark stand from `start` on and before `end`? */
  any(start: number, end: number): boolean;
  /**
   * The landmark of the list that is nearest to a name, at most `reach` units away; null when none does. Inside the
   * name the last one counts; outside, what is before counts twice as much as what follows.
   */
  nearest(wanted: readonly Landmark[], name: Span, reach: number): Landmark | null;
}

/** @param hits pairs of landmark index and offset, roughly in order of offset. */
export function surroundingsOf(landmarks: readonly Landmark[], hits: readonly number[]): Surroundings {
  const places: { readonly landmark: Landmark; readonly at: number }[] = [];
  for (let i = 0; i < hits.length; i += 2) {
    const landmark = landmarks[hits[i] ?? 0];
    if (landmark !== undefined) places.push({ landmark, at: hits[i + 1] ?? 0 });
  }
  places.sort((a, b) => a.at - b.at);
  /** Index of the first place at or after an offset. */
  const from = (offset: number): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.at ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    any: (start, end) => (places[from(start)]?.at ?? Infinity) < end,
    nearest(wanted, { start, end }, reach) {
      const [first, behind] = [from(start), from(end)];
      let best: Landmark | null = null;
      for (let i = first; i < behind; i++) {
        const place = places[i];
        if (place !== undefined && wanted.includes(place.landmark)) best = place.landmark;
      }
      if (best !== null) return best;
      let least = reach;
      for (let i = first - 1; i >= 0; i--) {
        const place = places[i];
        if (place === undefined || start - place.at > least) break;
        if (!wanted.includes(place.landmark)) continue;
        [best, least] = [place.landmark, start - place.at];
        break;
      }
      for (let i = behind; i < places.length; i++) {
        const place = places[i];
        if (place === undefined || (place.at - start) * 2 >= least) break;
        if (wanted.includes(place.landmark)) return place.landmark;
      }
      return best;
    },
  };
}
