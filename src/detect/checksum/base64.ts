import { DASH, LOWER_A, LOWER_Z, NINE, PLUS, SLASH, UNDERSCORE, UPPER_A, UPPER_Z, ZERO } from '../../core/units';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

function decode(text: string, bits: number, valueOf: (unit: number) => number): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * bits) / 8));
  let buffer = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const value = valueOf(text.charCodeAt(i));
    if (value < 0) return null;
    buffer = ((buffer << bits) | value) & 0xffff;
    held += bits;
    if (held >= 8) {
      held -= 8;
      bytes[at++] = (buffer >> held) & 255;
    }
  }
  return bytes;
}

const sextet = (unit: number): number => {
  if (unit >= UPPER_A && unit <= UPPER_Z) return unit - 65;
  if (unit >= LOWER_A && unit <= LOWER_Z) return unit - 71;
  if (unit >= ZERO && unit <= NINE) return unit + 4;
  if (unit === PLUS || unit === DASH) return 62;
  return unit === SLASH || unit === UNDERSCORE ? 63 : -1;
};

const quintet = (unit: number): number => {
  if (unit >= LOWER_A && unit <= LOWER_Z) return unit - 97;
  return unit >= 50 && unit <= 55 ? unit - 24 : -1;
};

/** Bytes of standard or URL-safe base64, padded or not; null where another character is in it. */
export const fromBase64 = (text: string): Uint8Array | null => decode(text.replace(/={1,2}$/, ''), 6, sextet);

/** Bytes of lower-case base32 without padding, or null. */
export const fromBase32 = (text: string): Uint8Array | null => decode(text, 5, quintet);

function encode(bytes: Uint8Array, bits: number, alphabet: string): string {
  let text = '';
  let buffer = 0;
  let held = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    held += 8;
    while (held >= bits) {
      held -= bits;
      text += alphabet.charAt((buffer >> held) & (alphabet.length - 1));
    }
  }
  if (held > 0) text += alphabet.charAt((buffer << (bits - held)) & (alphabet.length - 1));
  return text;
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, 6, BASE64);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Lower-case base32 without padding. */
export const toBase32 = (bytes: Uint8Array): string => encode(bytes, 5, BASE32);

/** Decoded base64 as text; empty when it is none. */
export function textOf(base64: string): string {
  const bytes = fromBase64(base64);
  return bytes === null ? '' : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
