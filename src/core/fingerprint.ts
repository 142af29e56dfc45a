import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from './span';

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Names a finding across runs: from the rule, the path and the line with the value taken out, plus `nth` where the same
 * line occurs again. Nothing of the value goes in, so nothing of it can be guessed back.
 */
export function fingerprint(rule: string, path: string, text: string, span: Span, nth: number): string {
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  const to = text.indexOf('\n', span.end);
  const before = text.slice(Math.max(from, span.start - 200), span.start).trimStart();
  const after = text.slice(span.end, Math.min(to < 0 ? text.length : to, span.end + 200)).trimEnd();
  return sha256Hex([rule, path, before, after, nth].join('\u0000')).slice(0, 20);
}
