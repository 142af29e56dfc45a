import { LOWER_A, LOWER_Z } from '../core/units';

/**
 * What scans found, kept between scans so that a keystroke allocates nothing: `pairs` of word index and offset of the
 * word's first character, in order of the word's end; only the first `length` entries count.
 */
export interface Hits {
  pairs: Int32Array;
  length: number;
}

export const createHits = (): Hits => ({ pairs: new Int32Array(1024), length: 0 });

export interface AnchorScan {
  /** Finds every occurrence of every word, overlapping ones too, ASCII case ignored, in one pass over the text. */
  (text: string, hits: Hits): void;
}

/** Bits of a character in the table's index: the texts are read as ASCII, everything else as 0. */
const WIDTH = 7;

/**
 * Builds an Aho-Corasick automaton (Aho and Corasick 1975) whose failure links are folded into one table, so that each
 * character of a text costs two reads. Since the second read waits for the one before it, four quarters of a text are
 * read side by side, each from the state its beginning is in: three times as fast as one after the other.
 *
 * @param words ASCII, not empty; upper and lower case mean the same.
 */
export function createAnchorScan(words: readonly string[]): AnchorScan {
  const { table, mark, lists } = build(words);
  const lengths = Int32Array.from(words, (word) => word.length);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const unitsOf = createUnits();
  // Pairs of a state in which words end and the offset after them, by quarter.
  const quarters = [createHits(), createHits(), createHits(), createHits()];
  /** Keeps the states, of characters in a row, in which words end. */
  const note = (quarter: number, end: number, ...states: readonly number[]): void => {
    states.forEach((state, i) => {
      if ((state & mark) !== 0) add(quarters[quarter] as Hits, state, end + i);
    });
  };

  /** The state after `to` units: no word is longer than what is read. */
  const stateAt = (units: Uint8Array, to: number): number => {
    let state = 0;
    for (let i = Math.max(0, to - longest); i < to; i++) {
      state = table[(state << WIDTH) + (units[i] as number)] as number;
    }
    return state;
  };

  return (text, hits) => {
    // Locals: reading these from the closure in the loop costs a third of the speed.
    const [{ bytes, fours }, next, ends] = [unitsOf(text), table, mark];
    const blocks = text.length >> 4;
    const [b0, c0, d0] = [4 * blocks, 8 * blocks, 12 * blocks];
    let a = 0;
    let b = stateAt(bytes, b0);
    let c = stateAt(bytes, c0);
    let d = stateAt(bytes, d0);
    for (let i = 0; i < blocks; i++) {
      // Four characters of each quarter, the first in the lowest byte.
      const ua = fours[i] as number;
      const ub = fours[i + blocks] as number;
      const uc = fours[i + 2 * blocks] as number;
      const ud = fours[i + 3 * blocks] as number;
      const a1 = next[(a << WIDTH) + (ua & 127)] as number;
      const b1 = next[(b << WIDTH) + (ub & 127)] as number;
      const c1 = next[(c << WIDTH) + (uc & 127)] as number;
      const d1 = next[(d << WIDTH) + (ud & 127)] as number;
      const a2 = next[(a1 << WIDTH) + ((ua >>> 8) & 127)] as number;
      const b2 = next[(b1 << WIDTH) + ((ub >>> 8) & 127)] as number;
      const c2 = next[(c1 << WIDTH) + ((uc >>> 8) & 127)] as number;
      const d2 = next[(d1 << WIDTH) + ((ud >>> 8) & 127)] as number;
      const a3 = next[(a2 << WIDTH) + ((ua >>> 16) & 127)] as number;
      const b3 = next[(b2 << WIDTH) + ((ub >>> 16) & 127)] as number;
      const c3 = next[(c2 << WIDTH) + ((uc >>> 16) & 127)] as number;
      const d3 = next[(d2 << WIDTH) + ((ud >>> 16) & 127)] as number;
      a = next[(a3 << WIDTH) + (ua >>> 24)] as number;
      b = next[(b3 << WIDTH) + (ub >>> 24)] as number;
      c = next[(c3 << WIDTH) + (uc >>> 24)] as number;
      d = next[(d3 << WIDTH) + (ud >>> 24)] as number;
      const [inA, inB, inC, inD] = [a1 | a2 | a3 | a, b1 | b2 | b3 | b, c1 | c2 | c3 | c, d1 | d2 | d3 | d];
      if (((inA | inB | inC | inD) & ends) === 0) continue;
      const at = 4 * i + 1;
      if ((inA & ends) !== 0) note(0, at, a1, a2, a3, a);
      if ((inB & ends) !== 0) note(1, at + b0, b1, b2, b3, b);
      if ((inC & ends) !== 0) note(2, at + c0, c1, c2, c3, c);
      if ((inD & ends) !== 0) note(3, at + d0, d1, d2, d3, d);
    }
    for (let i = 16 * blocks; i < text.length; i++) {
      d = next[(d << WIDTH) + (bytes[i] as number)] as number;
      note(3, i + 1, d);
    }
    hits.length = 0;
    for (const quarter of quarters) {
      for (let h = 0; h < quarter.length; h += 2) {
        const list = lists[(quarter.pairs[h] as number) - mark] as Int32Array;
        const end = quarter.pairs[h + 1] as number;
        for (let j = 0; j < list.length; j++) {
          const word = list[j] as number;
          add(hits, word, end - (lengths[word] as number));
        }
      }
      quarter.length = 0;
    }
  };
}

/** A state of the trie: the words that end in it, and its children by their last character. */
interface Branch {
  readonly words: number[];
  readonly children: Map<number, Branch>;
}

const branch = (): Branch => ({ words: [], children: new Map() });

/**
 * The automaton: rows of next states by character, and the words that end in each state from `mark` on. States are in breadth-first
 * order, so that the few near the start, where a scan spends its time, lie together. Those in which words end are after
 * all others, from a power of two on: one bit tells them apart.
 */
function build(words: readonly string[]): { table: Uint16Array; mark: number; lists: Int32Array[] } {
  const root = branch();
  let count = 1;
  words.forEach((word, index) => {
    let at = root;
    for (const letter of word.toLowerCase()) {
      const unit = letter.charCodeAt(0);
      let child = at.children.get(unit);
      if (child === undefined) {
        child = branch();
        at.children.set(unit, child);
        count++;
      }
      at = child;
    }
    at.words.push(index);
  });
  const mark = 2 ** Math.ceil(Math.log2(count));
  if (mark > 0x8000) throw new RangeError('too many words for one table');

  const table = new Uint16Array((mark + count) << WIDTH);
  const lists: Int32Array[] = [];
  const queue = [{ at: root, state: 0, suffix: 0 }];
  let plain = 1;
  for (const { at, state, suffix } of queue) {
    // What leads nowhere from here leads where it does from the longest proper suffix, which is earlier.
    table.copyWithin(state << WIDTH, suffix << WIDTH, (suffix + 1) << WIDTH);
    for (const [unit, child] of at.children) {
      const next = at === root ? 0 : (table[(suffix << WIDTH) + unit] ?? 0);
      const list = [...child.words, ...((next & mark) === 0 ? [] : (lists[next - mark] ?? []))];
      const place = list.length === 0 ? plain++ : mark + lists.push(Int32Array.from(list)) - 1;
      queue.push({ at: child, state: place, suffix: next });
      table[(state << WIDTH) + unit] = place;
      if (unit >= LOWER_A && unit <= LOWER_Z) table[(state << WIDTH) + unit - 32] = place;
    }
  }
  return { table, mark, lists };
}

function add(hits: Hits, first: number, second: number): void {
  if (hits.length === hits.pairs.length) {
    const larger = new Int32Array(2 * hits.length);
    larger.set(hits.pairs);
    hits.pairs = larger;
  }
  hits.pairs[hits.length++] = first;
  hits.pairs[hits.length++] = second;
}

/** A text as a byte for each UTF-16 unit, 0 beyond ASCII: typed arrays are read twice as fast as strings. */
interface Units {
  readonly bytes: Uint8Array;
  /** The same memory, four units in each number, the first in the lowest byte (every machine VS Code runs on). */
  readonly fours: Int32Array;
}

function unitsFor(length: number): Units {
  const bytes = new Uint8Array(4 * Math.ceil(length / 4));
  return { bytes, fours: new Int32Array(bytes.buffer) };
}

/** No word holds the 0 of what is beyond ASCII. The memory is used again for the next text. */
function createUnits(): (text: string) => Units {
  const encoder = new TextEncoder();
  let units = unitsFor(1024);
  return (text) => {
    if (units.bytes.length < text.length) units = unitsFor(2 * text.length);
    let done = encoder.encodeInto(text, units.bytes);
    if (done.read === text.length && done.written === text.length) return units;
    if (done.read < text.length) {
      units = unitsFor(3 * text.length);
      done = encoder.encodeInto(text, units.bytes);
    }
    shorten(units, done.written);
    return units;
  };
}

/** Makes UTF-8 into a byte for each UTF-16 unit, in place. */
function shorten({ bytes, fours }: Units, end: number): void {
  let length = 0;
  for (let i = 0; i < end;) {
    const from = i;
    while ((i & 3) !== 0 && i < end && (bytes[i] as number) < 0x80) i++;
    if ((i & 3) === 0) while (i + 4 <= end && ((fours[i >> 2] as number) & 0x80808080) === 0) i += 4;
    while (i < end && (bytes[i] as number) < 0x80) i++;
    if (i > from) {
      bytes.copyWithin(length, from, i);
      length += i - from;
    }
    if (i >= end) return;
    // The first byte of a character tells how many follow; a character of four is two units.
    const first = bytes[i] as number;
    i += first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    bytes[length++] = 0;
    if (first >= 0xf0) bytes[length++] = 0;
  }
}
