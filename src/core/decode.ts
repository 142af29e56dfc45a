import { DELETE, LINE_FEED, RETURN, SPACE, TAB } from './units';
import type { FileText, Skip } from './files';
import { skip } from './skips';

/** A NUL byte in the first 8 KB makes a file binary, as for git. */
const SNIFFED = 8192;

const BOM = '\uFEFF';

type Wide = 'utf-16le' | 'utf-16be';

/** Bytes that tell UTF-16 without a mark: that many, all of them letters of ASCII with a zero before or after. */
const TELLING = 64;

/** The kind of UTF-16 that bytes are, as tools of Windows write it; null for other bytes. */
function wide(head: Uint8Array): Wide | null {
  const [first, second, third, fourth] = head;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? null : 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second !== 0) return null;
  const bytes = head.subarray(0, TELLING);
  const isPlain = (byte: number): boolean =>
    (byte >= SPACE && byte < DELETE) || byte === TAB || byte === LINE_FEED || byte === RETURN;
  const zeros = bytes.length >= 8 && bytes.length % 2 === 0 ? (second === 0 ? 1 : 0) : null;
  if (zeros === null || !bytes.every((byte, at) => (at % 2 === zeros ? byte === 0 : isPlain(byte)))) return null;
  return zeros === 1 ? 'utf-16le' : 'utf-16be';
}

/** What the first bytes already tell: binary. Null when it looks like text. */
export const sniff = (head: Uint8Array): Skip | null =>
  wide(head) === null && head.subarray(0, SNIFFED).includes(0) ? skip('binary') : null;

/** The bytes of a whole file as text, or why not. UTF-16 is read, and never written back. */
export function decode(bytes: Uint8Array): FileText | Skip {
  const trouble = sniff(bytes);
  if (trouble) return trouble;
  const encoding = wide(bytes);
  if (encoding)
    return { ...withoutBom(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), false), bom: false };
  try {
    return withoutBom(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), true);
  } catch {
    return withoutBom(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), false);
  }
}

/** Splits the byte-order mark off a decoded text. `exact`: the bytes were valid UTF-8. */
export const withoutBom = (decoded: string, exact: boolean): FileText => {
  const bom = decoded.startsWith(BOM);
  return { kind: 'text', text: bom ? decoded.slice(1) : decoded, bom, exact };
};

/** The bytes to write for a text, byte-order mark included. Line ends stay as they are in `text`. */
export const encode = (text: string, bom: boolean): Uint8Array => new TextEncoder().encode(bom ? BOM + text : text);
