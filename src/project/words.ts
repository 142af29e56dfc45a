import { NINE, NOT_ASCII, ZERO } from '../core/units';

/** Which words a text may hold: a Bloom filter. It never denies a word that is there. */
export type WordFilter = Uint32Array;

/** Longer runs of letters are data, not names. */
const LONGEST = 64;

/** About one word in two hundred is said to be there although it is not. */
const BITS_A_WORD = 12;
const PROBES = 5;

const START = 0x811c9dc5;
const PRIME = 0x01000193;
const SPREAD = 0x9e3779b1;

/** For each ASCII character the one that stands for it in a word, in lower case; 0 ends a word. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /\w/.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});
/** Stands for every letter beyond ASCII. */
const FOREIGN = 128;

const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

/** Calls `found` with the hash of each word of a text: letters, digits and `_`, without a digit at the start; case is no matter. */
function eachWord(text: string, found: (hash: number) => void): void {
  let hash = START;
  let length = 0;
  let first = 0;
  for (let i = 0, end = text.length; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 32;
    const code = unit < NOT_ASCII ? (FOLDED[unit] ?? 0) : FOREIGN;
    if (code !== 0) {
      if (length++ === 0) first = code;
      hash = Math.imul(hash ^ code, PRIME);
    } else if (length !== 0) {
      if (length <= LONGEST && !isDigit(first)) found(hash);
      hash = START;
      length = 0;
    }
  }
}

/** The words of a name that filters know: `A:B` has two. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/[^\w\u0080-\uffff]+/).filter((word) => word !== '' && word.length <= LONGEST && !/^\d/.test(word));
}

export interface WordScanner {
  readonly filterOf: (text: string) => WordFilter;
}

/** A scanner with buffers of its own: texts are scanned one after the other. */
export function createWordScanner(): WordScanner {
  /** The hashes met so far, and a table of their places from 1 on. */
  let hashes = new Int32Array(1 << 12);
  let table = new Int32Array(1 << 13);
  let mask = 0;

  const clear = (capacity: number): void => {
    if (table.length < capacity) table = new Int32Array(capacity);
    else table.fill(0, 0, capacity);
    mask = capacity - 1;
  };
  const placeOf = (hash: number): number => {
    let at = Math.imul(hash, SPREAD) & mask;
    for (let held = table[at] ?? 0; held !== 0 && hashes[held - 1] !== hash; held = table[at] ?? 0)
      at = (at + 1) & mask;
    return at;
  };
  /** Doubles the table once it is half full. */
  const grow = (count: number): void => {
    clear((mask + 1) * 2);
    for (let i = 0; i < count; i++) table[placeOf(hashes[i] ?? 0)] = i + 1;
    if (hashes.length <= mask >> 1) {
      const more = new Int32Array(mask + 1);
      more.set(hashes);
      hashes = more;
    }
  };

  return {
    filterOf(text) {
      clear(1 << 10);
      let count = 0;
      // The loop of `eachWord` once more: a call for each word would cost half of the time.
      let hash = START;
      let length = 0;
      let first = 0;
      for (let i = 0, end = text.length; i <= end; i++) {
        const unit = i < end ? text.charCodeAt(i) : 32;
        const code = unit < NOT_ASCII ? (FOLDED[unit] ?? 0) : FOREIGN;
        if (code !== 0) {
          if (length++ === 0) first = code;
          hash = Math.imul(hash ^ code, PRIME);
        } else if (length !== 0) {
          if (length <= LONGEST && (first < 48 || first > 57)) {
            const at = placeOf(hash);
            if (table[at] === 0) {
              hashes[count++] = hash;
              table[at] = count;
              if (count > mask >> 1) grow(count);
            }
          }
          hash = START;
          length = 0;
        }
      }
      const filter = new Uint32Array(Math.max(1, Math.ceil((count * BITS_A_WORD) / 32)));
      for (let i = 0; i < count; i++) put(filter, hashes[i] ?? 0);
      return filter;
    },
  };
}

/** The second of two hashes that make all probes: odd, so that probes differ. */
const stepOf = (hash: number): number => (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) | 1) >>> 0;

function put(filter: WordFilter, hash: number): void {
  const bits = filter.length * 32;
  const step = stepOf(hash) % bits;
  let bit = (hash >>> 0) % bits;
  for (let i = 0; i < PROBES; i++) {
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
    bit = (bit + step) % bits;
  }
}

function has(filter: WordFilter, hash: number): boolean {
  const bits = filter.length * 32;
  const step = stepOf(hash) % bits;
  let bit = (hash >>> 0) % bits;
  for (let i = 0; i < PROBES; i++) {
    if (((filter[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    bit = (bit + step) % bits;
  }
  return true;
}

/** A test of filters: may the text hold every word of one of the names? */
export function filterTest(names: readonly string[]): (filter: WordFilter) => boolean {
  const wanted = names.map((name) => {
    const hashes: number[] = [];
    for (const word of wordsOf(name)) eachWord(word, (hash) => hashes.push(hash));
    return hashes;
  });
  return (filter) => wanted.some((hashes) => hashes.every((hash) => has(filter, hash)));
}
