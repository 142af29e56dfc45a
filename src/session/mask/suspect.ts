import type { Span } from '../../core/span';
import { isShown } from '../../engine/mask';
import type { Dialect, Literal } from '../../languages/contract/dialect';

/** Shorter values are masked where they are, not everywhere they occur; in UTF-16 units. */
export const UNMISTAKABLE = 8;

/** A name, as modules and settings have it. */
const NAME = /^[@\w][\w@./:-]{0,100}$/;

const ADDRESS =
  /^(?:https?|sb|amqps?|wss?):\/\/|^[\w.-]{1,100}\.(?:windows\.net|azure\.(?:com|net|cn|us)|azurewebsites\.net)(?::\d{1,20})?$/i;

/** Ports that everybody knows, and numbers too short for a secret. */
const PLAIN_NUMBER = /^(?:\d{1,3}|1433|3306|5432|6379|6380|5671|5672|8080|9093|10255|27017)$/;

/** True for a literal that may be shown on a line that goes: a name where the code wants one, an address, a known number. */
export function isHarmlessThere(
  { kind, inner: { start, end } }: Literal,
  text: string,
  dialect: Dialect | null,
): boolean {
  const value = text.slice(start, end);
  if (value.trim() === '') return true;
  if (kind === 'number') return PLAIN_NUMBER.test(value);
  if (kind !== 'string') return false;
  if (NAME.test(value) && dialect?.beforeName.test(text.slice(Math.max(0, start - 80), start))) return true;
  return ADDRESS.test(value) && !/\s/.test(value) && isShown(value);
}

/** A setting's name, a file's, a type's: letters and digits as people name things. */
const NAMELIKE = /^(?:[A-Z][A-Z0-9_]*|[A-Za-z][A-Za-z.]*\d{0,2}|[\w-]+\.[a-z]{1,5}\d?)$/;

/** On lines that stay: a string that is letters and digits together, as passwords are, or a key among other words, in a comment too. */
export function isSuspect(one: Literal, text: string, dialect: Dialect | null): boolean {
  const value = text.slice(one.inner.start, one.inner.end);
  return (
    one.kind !== 'number' &&
    value.length >= UNMISTAKABLE &&
    ((one.kind === 'string' && (isMixed(value) || givesMixed(value))) || value.split(BETWEEN).some(isKeyLike)) &&
    !isHarmlessThere(one, text, dialect)
  );
}

const isMixed = (value: string): boolean =>
  /[A-Za-z]/.test(value) && /\d/.test(value) && !/\s/.test(value) && !NAMELIKE.test(value);

/** True where something in a text is given what looks like a password, whatever the text calls it: `user=app p=...`. */
const givesMixed = (text: string): boolean =>
  text.length <= LONGEST_PAIRS &&
  [...text.matchAll(GIVEN)].some(({ 1: value = '' }) => isMixed(value) && !ADDRESS.test(value) && !HOST.test(value));

const GIVEN = /=\s{0,9}([^\s=;,&<>"'`]{8,200})/g;
const LONGEST_PAIRS = 5000;

/** A host, a port or a path, as connection strings have them beside the password. */
const HOST = /^(?:tcp:)?[\w.-]{1,200}\.[a-z]{2,20}(?:[:/].{0,200})?$|^[./~]|^\W?\{/i;

/** What no key has in it. */
const BETWEEN = /[^\w+/%-]{1,100}/;

/** Small and capital letters and digits, or digits of base 16, as many as half a key has. */
export const isKeyLike = (word: string): boolean =>
  HEX.test(word) ||
  (/^[A-Za-z0-9]{30,400}$/.test(word) && word.replace(/[^0-9]/g, '').length > 2) ||
  (word.length >= 20 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word) && !NAMELIKE.test(word));

const HEX = /^(?=[0-9]{0,200}[A-Fa-f])(?=[A-Fa-f]{0,200}[0-9])[0-9A-Fa-f]{12,400}$/;

/** The words of a text that look like keys, where nothing else of it is known: a language or a format that nothing here reads. */
export const keyLikeIn = (text: string): Span[] =>
  [...text.matchAll(/[\w+/%-]{12,4000}/g)]
    .filter(([word]) => isKeyLike(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
