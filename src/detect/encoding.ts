/**
 * Sources of expressions for characters that a format may write in another way. Each stands for one character of the
 * value, so that `{86}` counts characters of the key, not of the text.
 */
const JSON_UNIT = (codes: string): string => `\\\\u00(?:${codes})`;

/** One character of standard base64: as it is, percent-encoded, or escaped as JSON or XML do. */
export const BASE64 = `(?:[A-Za-z0-9+/]|%2[BbFf]|${JSON_UNIT('2[BbFf]')}|\\\\/|&#(?:43|47|x2[BbFf]);)`;

/** One `=` of padding. */
export const PAD = `(?:\\\\?=|%3[Dd]|${JSON_UNIT('3[Dd]')}|&#(?:61|x3[Dd]);)`;

/** The plus sign of a signature. */
export const PLUS = `(?:\\+|%2[Bb]|${JSON_UNIT('2[Bb]')}|&#(?:43|x2[Bb]);)`;

/** An escape that ends in a letter or digit, but stands for no character of base64. */
const OTHER_ESCAPE = '%3[DdAa]|%2[0267]|\\\\[nrt]|\\\\u00(?:0[adAD]|2[0-9acdeACDE]|3[0-9a-fA-F])';

/** Nothing of a base64 value is before: the start of the text, another character, an escape of one. */
export const BASE64_STARTS = `(?<=^|[^A-Za-z0-9+/%\\\\]|${OTHER_ESCAPE})`;

/** Nothing of a word of letters, digits and the characters of `more` is before; a shell's default may: `${NAME:-word}`. */
export const wordStarts = (more: string): string => `(?<=^|[^A-Za-z0-9%\\\\${more}]|${OTHER_ESCAPE}|:-)`;

/** Nothing of a base64 value is after. */
export const BASE64_ENDS = '(?![A-Za-z0-9+/=]|%2[BbFf]|%3[Dd])';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/**
 * Undoes JSON's `\uXXXX` and `\/`, XML's entities and, where `percent` says so, percent-encoding. For single values and
 * for connection strings, whose own syntax holds none of them.
 */
export function decode(raw: string, percent = /%(?:2[BbFf]|3[Dd])/.test(raw)): string {
  let text = raw;
  if (text.includes('\\')) {
    text = text
      .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
      .replace(/\\([\\/"'=:])/g, '$1');
  }
  if (text.includes('&')) {
    text = text.replace(
      /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|(amp|quot|apos|lt|gt));/g,
      (_, decimal?: string, hex?: string, name?: string) =>
        name === undefined
          ? String.fromCodePoint(Math.min(0x10ffff, parseInt(decimal ?? hex ?? '20', decimal === undefined ? 16 : 10)))
          : (ENTITIES[name] ?? ''),
    );
  }
  return percent
    ? text.replace(/%([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
