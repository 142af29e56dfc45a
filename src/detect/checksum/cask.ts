import { fromBase64 } from './base64';
import { marvin32, seedOf } from './marvin';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The checksum of the first 80 characters of a CASK key: Marvin, its bytes swapped, in base 62, padded to six with `0`. */
export function caskChecksum(first80: string): string {
  const bytes = fromBase64(first80);
  if (bytes === null) return '';
  const sum = marvin32(bytes, seedOf('Default0'));
  let rest = ((sum >>> 24) | ((sum >>> 8) & 0xff00) | ((sum & 0xff00) << 8) | (sum << 24)) >>> 0;
  let text = '';
  while (rest > 0) {
    text = BASE62.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return (text || '0').padEnd(6, '0');
}

/** What a CASK key says about itself. Months count from 1. */
export interface Cask {
  /** Four characters that name the service: `ACOG`, `AZDO`, ... */
  readonly signature: string;
  /** Four characters of the service's own: `AAAB` is Azure OpenAI. */
  readonly provider: string;
  readonly made: { readonly year: number; readonly month: number };
  readonly checksumValid: boolean;
}

/**
 * Reads a CASK key: 84 characters of base 62 (88 with `==` in the long form): 52 random, `JQQJ9` and a type, year and
 * month, 12 of the platform, 4 of the provider, the signature, a checksum. Null when the layout is another.
 */
export function readCask(key: string): Cask | null {
  if ((key.length !== 84 && key.length !== 88) || !/^JQQJ9[9DH][A-Z][A-L]/.test(key.slice(52, 60))) return null;
  const letter = (at: number): number => key.charCodeAt(at) - 65;
  return {
    signature: key.slice(76, 80),
    provider: key.slice(72, 76),
    made: { year: 2024 + letter(58), month: letter(59) + 1 },
    checksumValid: caskChecksum(key.slice(0, 80)).startsWith(key.slice(80, 84)),
  };
}
