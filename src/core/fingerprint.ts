import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Span } from './span';
import { firstBehind } from './span-index';

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** UTF-16 units to each side that go into a fingerprint. */
const REACH = 200;

/** Takes the place of another value of the line. */
const BLANK = '\u0001';

/**
 * Names a finding across runs: from the rule, the path and the line with the value taken out, plus `nth` where the same
 * line occurs again. Nothing of the value goes in, so nothing of it can be guessed back.
 * @param others places of the other values of the text, in order and apart: nothing of them goes in either, so that the name
 *   stays when one of them is renewed
 */
export function fingerprint(
  rule: string,
  path: string,
  text: string,
  span: Span,
  nth: number,
  others: readonly Span[] = [],
): string {
  const before = leftOf(text, span.start, others).trimStart();
  const after = rightOf(text, span.end, others).trimEnd();
  return sha256Hex([rule, path, before, after, nth].join('\u0000')).slice(0, 20);
}

/** What is in the line before an offset, other values blank. */
function leftOf(text: string, offset: number, others: readonly Span[]): string {
  let piece = '';
  let at = offset;
  for (let i = firstBehind(others, offset) - 1; piece.length < REACH; i--) {
    const stop = others[i]?.end ?? 0;
    const part = text.slice(Math.max(stop, at - REACH), at);
    const line = part.lastIndexOf('\n') + 1;
    piece = part.slice(line) + piece;
    const other = others[i];
    if (line > 0 || !other || part.length === REACH) break;
    piece = BLANK + piece;
    at = other.start;
    if (text.slice(at, other.end).includes('\n')) break;
  }
  return piece.slice(-REACH);
}

/** What is in the line after an offset, other values blank. */
function rightOf(text: string, offset: number, others: readonly Span[]): string {
  let piece = '';
  let at = offset;
  for (let i = firstBehind(others, offset); piece.length < REACH; i++) {
    const other = others[i];
    const part = text.slice(at, Math.min(other ? Math.max(other.start, at) : text.length, at + REACH));
    const line = part.indexOf('\n');
    piece += line < 0 ? part : part.slice(0, line);
    if (line >= 0 || !other || part.length === REACH) break;
    piece += BLANK;
    at = other.end;
    if (text.slice(other.start, at).includes('\n')) break;
  }
  return piece.slice(0, REACH);
}

/** Stands for every value that a person may have chosen. */
const GUESSABLE = '-';

/**
 * Tells one value from another at the same place: 12 bits of a salted hash, and only of a value that nobody can list. Of a
 * key of 128 bits they leave 116; a new key is noticed 4,095 times of 4,096. Of a password they would leave a short list, so
 * all passwords have the same mark, and a new one in the place of an accepted one is not noticed.
 */
export const valueMark = (salt: string, value: string): string =>
  isMachineMade(value) ? hashMark(salt, value) : GUESSABLE;

/** True for the mark of a value, also for one of the files of older versions, which have one for every value. */
export const isMarkOf = (mark: string, salt: string, value: string): boolean =>
  mark === valueMark(salt, value) || mark === hashMark(salt, value);

const hashMark = (salt: string, value: string): string => sha256Hex(`${salt}\u0000${value}`).slice(0, 3);

/** Different characters that a key of 40 or more has at least; sentences of people have fewer, or no digits. */
const DISTINCT = 20;

const GENERATED = /^[\w+/%~.-]{40,}={0,2}$/;

/** Values that only a generator makes: hexadecimal, base 32, base 64 and their kin, of 128 bits and more. */
function isMachineMade(value: string): boolean {
  const different = new Set(value).size;
  const mixed = /\d/.test(value) && /[a-z]/i.test(value);
  if (mixed && (/^[\da-f]{32,}$/i.test(value) || /^[a-z2-7]{52}$/.test(value))) return different >= 8;
  return mixed && /[a-z]/.test(value) && /[A-Z]/.test(value) && GENERATED.test(value) && different >= DISTINCT;
}
