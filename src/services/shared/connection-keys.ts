import type { TextTest } from '../../core/text-test';

/** A key of a connection string in the code: after a quote or a semicolon, before an equals sign. */
const KEY = /["';]\s{0,99}([a-z][a-z ]{1,30})=/gi;

/**
 * True for code with a connection string that has one thing, and no keys but these: what a rewrite knows how to carry over, and
 * the login, which it drops.
 * @param keys in lower case, each as it may be written
 */
export function onlyKeys(keys: readonly string[], wanted: RegExp): TextTest {
  const known = new Set(keys);
  return {
    test: (code) =>
      wanted.test(code) && [...code.matchAll(KEY)].every(([, key = '']) => known.has(key.trimEnd().toLowerCase())),
  };
}
