/** A 64-bit seed as two unsigned 32-bit halves. */
export interface Seed {
  readonly low: number;
  readonly high: number;
}

/** Seeds of Microsoft's identifiable keys are eight ASCII characters read as a big-endian number: `Default0`. */
export function seedOf(name: string): Seed {
  const wordAt = (from: number): number => {
    let value = 0;
    for (let i = from; i < from + 4; i++) value = (value << 8) | name.charCodeAt(i);
    return value >>> 0;
  };
  return { high: wordAt(0), low: wordAt(4) };
}

/**
 * Marvin, the keyed hash of SymCrypt, over the first `length` bytes: both 32-bit halves of the 64-bit result.
 * Source: SymCrypt's marvin32.c, and its published test vectors (test/detect/checksum/marvin.test.ts).
 */
export function marvin64(data: Uint8Array, seed: Seed, length = data.length): Seed {
  let p0 = seed.low | 0;
  let p1 = seed.high | 0;
  const mix = (word: number): void => {
    p0 = (p0 + word) | 0;
    p1 ^= p0;
    p0 = (((p0 << 20) | (p0 >>> 12)) + p1) | 0;
    p1 = ((p1 << 9) | (p1 >>> 23)) ^ p0;
    p0 = (((p0 << 27) | (p0 >>> 5)) + p1) | 0;
    p1 = (p1 << 19) | (p1 >>> 13);
  };
  // A byte 0x80 ends the message; zeros fill the last word.
  const byte = (at: number): number => (at < length ? (data[at] ?? 0) : at === length ? 0x80 : 0);
  for (let at = 0; at <= length; at += 4) {
    mix(byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24));
  }
  mix(0);
  return { low: p0 >>> 0, high: p1 >>> 0 };
}

/** Marvin's 64-bit result folded to 32 bits, unsigned. */
export function marvin32(data: Uint8Array, seed: Seed, length = data.length): number {
  const { low, high } = marvin64(data, seed, length);
  return (low ^ high) >>> 0;
}
