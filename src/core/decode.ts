import type { FileText, Skip } from './files';
import { skip } from './skips';

/** A NUL byte in the first 8 KB makes a file binary, as for git. */
const SNIFFED = 8192;

const BOM = '\uFEFF';

/** What the first bytes already tell: binary or UTF-16. Null when it looks like text. */
export function sniff(head: Uint8Array): Skip | null {
  const [first, second, third, fourth] = head;
  const utf32 = first === 0xff && second === 0xfe && third === 0 && fourth === 0;
  if (!utf32 && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))) return skip('utf-16');
  return head.subarray(0, SNIFFED).includes(0) ? skip('binary') : null;
}

/** The bytes of a whole file as text, or why not. */
export function decode(bytes: Uint8Array): FileText | Skip {
  const trouble = sniff(bytes);
  if (trouble) return trouble;
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
