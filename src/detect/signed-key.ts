import { isIdentifiableKey, type KeyFamily } from './checksum/identifiable-key';
import { BASE64, BASE64_ENDS, BASE64_STARTS, PAD, PLUS } from './encoding';
import type { Signature, Match, Verdict } from './kind';
import { isHashContext, isLockFile, isMadeUp } from './silent';

/** Lays out a key by its size in bytes: characters before and after the signature, and padding. */
const LAYOUTS = {
  64: { before: 76, behind: `${BASE64}{5}[AQgw]${PAD}{2}` },
  32: { before: 33, behind: `[A-P]${BASE64}{5}${PAD}` },
  39: { before: 42, behind: `[A-D]${BASE64}{5}` },
} as const;

/** A character of a key may be written with up to six units. */
const ENCODED = 6;

/**
 * A judge for values whose signature identifies them: a valid checksum makes them certain wherever they are; without
 * one, masks, hashes and lock files are left alone, and everything else is still certain.
 */
export const judgeSigned =
  (family: KeyFamily, kind?: (match: Match) => string | undefined) =>
  (match: Match): Verdict | null => {
    const { decoded, text, value, path } = match;
    const named = kind?.(match);
    const verdict: Verdict = { grade: 'certain', ...(named === undefined ? {} : { kind: named }) };
    if (isIdentifiableKey(decoded, family)) return verdict;
    if (isMadeUp(decoded) || isLockFile(path)) return null;
    return isHashContext(text.slice(Math.max(0, value.start - 60), value.start)) ? null : verdict;
  };

/** The look of an identifiable key: `signature` is four characters, a plus sign first or nowhere. */
export function signedKey(
  bytes: keyof typeof LAYOUTS,
  signature: string,
  family: KeyFamily,
  kind?: (match: Match) => string | undefined,
): Signature {
  const { before, behind } = LAYOUTS[bytes];
  const plus = signature.startsWith('+');
  const letters = plus ? signature.slice(1) : signature;
  return {
    // The encoded forms of `+` end in 2B, 43; or 2b;.
    anchors: plus ? [signature, `2b${letters}`, `43;${letters}`, `b;${letters}`] : [signature],
    before: before * ENCODED + 4,
    after: 13 * ENCODED,
    pattern: new RegExp(`${BASE64_STARTS}${BASE64}{${before}}${plus ? PLUS : ''}${letters}${behind}${BASE64_ENDS}`),
    judge: judgeSigned(family, kind),
  };
}
