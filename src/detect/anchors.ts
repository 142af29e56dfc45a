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

/** Marks, in the table, the states in which a word ends. */
const ENDS = 0x8000;

const isUpper = (unit: number): boolean => unit >= 65 && unit <= 90;

/**
 * Builds an Aho-Corasick automaton (Aho and Corasick 1975) whose failure links are folded into one table, so that each
 * character of a text costs two reads. The table's size is the words' total length times their distinct characters.
 *
 * @param words ASCII, not empty; upper and lower case mean the same.
 */
export function createAnchorScan(words: readonly string[]): AnchorScan {
  // Characters that stand in no word share class 0, which leads back to the start.
  const classOf = new Uint8Array(128);
  let classes = 1;
  const spelled = words.map((word) =>
    Array.from(word, (_, i) => {
      const unit = word.charCodeAt(i) + (isUpper(word.charCodeAt(i)) ? 32 : 0);
      if (classOf[unit] === 0) {
        classOf[unit] = classes++;
        if (unit >= 97 && unit <= 122) classOf[unit - 32] = classOf[unit] ?? 0;
      }
      return classOf[unit] ?? 0;
    }),
  );
  const shift = Math.ceil(Math.log2(classes));

  // The trie: rows of child states, 0 where there is none yet, and the words that end in each state.
  const rows: Int32Array[] = [new Int32Array(classes)];
  const ending: number[][] = [[]];
  spelled.forEach((letters, word) => {
    let state = 0;
    for (const letter of letters) {
      const row = rows[state];
      if (row === undefined) return;
      if (row[letter] === 0) {
        row[letter] = rows.length;
        rows.push(new Int32Array(classes));
        ending.push([]);
      }
      state = row[letter] ?? 0;
    }
    ending[state]?.push(word);
  });

  // Breadth first: a state without a child for a letter borrows the child of its longest proper suffix.
  const suffix = new Int32Array(rows.length);
  const queue = Array.from(rows[0] ?? []).filter((state) => state > 0);
  for (const state of queue) {
    const own = rows[state];
    const borrowed = rows[suffix[state] ?? 0];
    if (own === undefined || borrowed === undefined) continue;
    ending[state]?.push(...(ending[suffix[state] ?? 0] ?? []));
    for (let letter = 1; letter < classes; letter++) {
      const child = own[letter] ?? 0;
      if (child > 0) {
        suffix[child] = borrowed[letter] ?? 0;
        queue.push(child);
      } else own[letter] = borrowed[letter] ?? 0;
    }
  }

  // The table in breadth-first order: the few states near the start, where a scan spends its time, lie together.
  const order = [0, ...queue];
  if (order.length > ENDS) throw new RangeError('too many words for one table');
  const placeOf = new Int32Array(rows.length);
  order.forEach((state, place) => {
    placeOf[state] = place;
  });
  const table = new Uint16Array(rows.length << shift);
  order.forEach((state, place) => {
    rows[state]?.forEach((next, letter) => {
      table[(place << shift) + letter] = (placeOf[next] ?? 0) | ((ending[next]?.length ?? 0) > 0 ? ENDS : 0);
    });
  });
  const ends = order.map((state) => Int32Array.from(ending[state] ?? []));
  const lengths = Int32Array.from(words, (word) => word.length);
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(1024);

  /** The text with a byte for each UTF-16 unit: a typed array is read twice as fast as a string. No word holds the 0. */
  const unitsOf = (text: string): Uint8Array => {
    if (bytes.length < text.length) bytes = new Uint8Array(2 * text.length);
    const { read, written } = encoder.encodeInto(text, bytes);
    if (read !== text.length || written !== text.length) {
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        bytes[i] = unit < 128 ? unit : 0;
      }
    }
    return bytes;
  };

  return (text, hits) => {
    // Locals: reading these from the closure in the loop costs a third of the speed.
    const [units, ofUnit, next, bits] = [unitsOf(text), classOf, table, shift];
    let { pairs } = hits;
    let length = 0;
    let state = 0;
    for (let i = 0, end = text.length; i < end; i++) {
      const step = next[(state << bits) + (ofUnit[units[i] as number] as number)] as number;
      state = step & ~ENDS;
      if (step === state) continue;
      const list = ends[state] as Int32Array;
      if (length + 2 * list.length > pairs.length) {
        const larger = new Int32Array(2 * (length + 2 * list.length));
        larger.set(pairs);
        hits.pairs = pairs = larger;
      }
      for (let j = 0; j < list.length; j++) {
        const word = list[j] as number;
        pairs[length++] = word;
        pairs[length++] = i + 1 - (lengths[word] as number);
      }
    }
    hits.length = length;
  };
}
