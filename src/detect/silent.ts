import { withoutTrailing } from '../core/trailing';
import { sha256Hex } from '../core/fingerprint';
import { isLabel } from './labels';
import { isToBeReplaced } from './placeholders';

/** SHA-256 of the keys every Azurite and every Cosmos DB emulator uses, by a sum: public, the same for everybody. */
const EMULATOR_KEYS = new Map([
  [0xa4faa83a, '0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059'],
  [0xcbaccd6f, 'aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615'],
]);

/** Tells most texts apart at a hundredth of the cost of SHA-256. */
function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) >>> 0;
  return sum;
}

export function isEmulatorKey(value: string): boolean {
  const expected = value.length === 88 ? EMULATOR_KEYS.get(sumOf(value)) : undefined;
  return expected !== undefined && sha256Hex(value) === expected;
}

/** How often in a row a character may equal the one 1, 2, 3 or 4 places before it: no generator makes longer runs. */
const MOST_REPEATED = [5, 7, 8, 7] as const;

/** Runs of one character or of a repeated group: `aaaaaaa`, `ababababab`, `abcabcabcabc`. */
const repeats = (text: string): boolean =>
  MOST_REPEATED.some((most, i) => {
    const period = i + 1;
    let same = 0;
    for (let at = period; at < text.length && same <= most; at++)
      same = text.charCodeAt(at) === text.charCodeAt(at - period) ? same + 1 : 0;
    return same > most;
  });

/** Neighbours in the alphabet or on the keyboard. */
const SEQUENCE = /0123456|1234567|abcdefgh|bcdefghi|qwertyui|zyxwvuts|hgfedcba|76543210/i;

/** How many ASCII characters a text uses. */
function distinctIn(text: string): number {
  const seen = new Uint8Array(128);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i) & 127;
    if (seen[unit] === 0) count++;
    seen[unit] = 1;
  }
  return count;
}

/**
 * True when a key-shaped value cannot have come from a generator: masked, counted up, or typed with one finger. For
 * values of 20 characters or more; words inside them prove nothing, since random text holds short words.
 */
export function isMadeUp(value: string): boolean {
  // The fixed fields of a CASK key hold runs of A.
  const body = value.startsWith('JQQJ9', 52) ? value.slice(0, 52) : withoutTrailing(value, '=');
  if (repeats(body) || SEQUENCE.test(body)) return true;
  // Random base64 of 32 characters has about 25 distinct ones, random hex about 14 of 16.
  const distinct = distinctIn(body);
  const hex = /^[0-9a-f]+$/i.test(body);
  return distinct < (hex ? Math.min(8, body.length / 4) : Math.min(14, body.length / 3));
}

/** A word of tests, documentation or the token's own name, between the joints of a token. */
const TEST_WORD =
  /^(?:tests?|testing|fake|mock(?:ed)?|dummy|example|sample|demo|invalid|bogus|foo|bar|baz|abc|abcdef|xyz|my|your|some|token|secret|password|key|here|nota?|none|null|real|value|redacted|deadbeef|1234\d{0,60}|0{1,60})$/i;

/** True for a token of a vendor that nobody was issued: its own parts say that it is a test's or a place to fill in. */
export const isTestToken = (value: string): boolean => {
  // What follows the vendor's mark, or an address up to its path.
  const token = value.replace(/^https?:\/\/[^/]{1,80}(?:\/services)?\/?/, '');
  return (
    isToBeReplaced(token) ||
    token.split(/[-_./]/).some((part) => TEST_WORD.test(part)) ||
    (token.length >= 20 && isMadeUp(token.replace(/^[a-z]{2,7}[-_]/i, '')))
  );
};

/** A word or a text of a language, not a password: labels and messages are under the same names. */
export const isWord = (value: string): boolean => /^\p{Lu}?\p{Ll}+$|^\p{Lu}+$/u.test(value) || isLabel(value);

/** The version of a package or an assembly, or a range of versions. */
const VERSION = /^[v^~=<>[(]{0,2}\d{1,5}(?:\.(?:\d{1,8}|[x*])){1,4}(?:[-+][\w.+-]{1,60})?[,\])]{0,2}$/;

/** What a password was made into, not the password itself: of bcrypt, crypt, Argon2, LDAP, Werkzeug. */
const MADE_INTO = [
  /^\$(?:2[abxy]?|[156y]|argon2(?:id?|d)|pbkdf2[\w-]{0,12}|scrypt)\$/i,
  /^\{(?:S?SHA\d{0,3}|MD5|SMD5|CRYPT|PBKDF2[\w-]{0,12}|BCRYPT)\}/i,
  /^(?:sha(?:1|256|384|512)|md5|pbkdf2(?:[_:]sha\d{1,3})?|scrypt|argon2\w{0,3})[:$]/i,
];

/** Values that are under the names of passwords and secrets, and are none. */
export const isOtherValue = (value: string): boolean =>
  VERSION.test(value) || MADE_INTO.some((form) => form.test(value));

/** Hosts of a developer's own machine: passwords for them are no secrets worth a warning. */
export const isLocal = (text: string): boolean =>
  /(?:^|[^\w.-])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|\(local(?:db)?\)|host\.docker\.internal|\.)(?![\w-]|\.\w)/i.test(
    text,
  );

/** Files of tests and what they read, by names that stand for nothing else. */
const TEST_MATERIAL =
  /(?:^|\/)(?:testdata|test[-_]data|__tests__|__fixtures__|fixtures|src\/(?:test|androidTest|integrationTest|testFixtures)|[\w.]{1,80}\.(?:Unit|Integration|Functional)?Tests?)\/|_test\.(?:go|py|rb|dart|exs)$|\.(?:test|spec)\.\w{1,5}$|(?:^|\/)test_[^/]{1,80}\.py$/i;

/** True for files of tests: a private key in one was made for it. */
export const isTestMaterial = (path: string): boolean => TEST_MATERIAL.test(path);

/** Names of values that are computed from a content, not kept secret. */
const HASH_NAME =
  /(?:sha(?:1|224|256|384|512)|\bsri\b|integrity|content_?-?hash|digest|checksum|fingerprint|thumbprint|package_?hash|\bhmac|\bmd5|signature_?(?:value)?)["'\]]?\s{0,4}(?:[:=]|=>|\(|-)\s{0,4}["'`(]?$/i;

/** True when the text before a value names it as a hash: `"sha512": "`, `sha512-`, `<contentHash>`. */
export const isHashContext = (before: string): boolean => HASH_NAME.test(before);

const LOCK_FILES =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|packages\.lock\.json|project\.assets\.json|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|go\.sum|cargo\.lock|composer\.lock|gemfile\.lock|\.terraform\.lock\.hcl|gradle\.lockfile|mix\.lock|pubspec\.lock|paket\.lock|flake\.lock)$/i;

/** Files that hold hashes of packages by the thousand. Only values with a valid checksum count there. */
export const isLockFile = (path: string): boolean => LOCK_FILES.test(path);
