/**
 * What a terminal, a log or a build would act on, or a reader could not see: control characters, line and paragraph
 * separators, marks that turn the direction of text, characters without a width, halves of surrogate pairs.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const LETTERS: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
};

const octal = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');

const escaped = (character: string): string => LETTERS[character] ?? octal(character);

/** A text on one line that nothing acts on; what cannot be shown is written as git writes it: `\n`, `\033`. */
export const printable = (text: string): string =>
  text.search(UNPRINTABLE) < 0 ? text : text.replace(UNPRINTABLE, escaped);

/** Beginnings of commands to a build: of GitHub at the beginning of a line, of Azure Pipelines anywhere. */
const COMMAND = /^\s*::|##(?:vso)?\[/;

/**
 * The name of a file as people are shown it: as it is, or in quotes with escapes as git prints it, where it holds what is not
 * printable, a quote, a backslash, or what a build takes for a command.
 */
export function quotedName(name: string): string {
  const plain = printable(name);
  if (plain === name && !/["\\]/.test(name) && name.search(COMMAND) < 0 && name.trim() === name) return name;
  const inside = name.replace(/["\\]/g, '\\$&').replace(UNPRINTABLE, escaped);
  return `"${inside.replace(/##(?=vso\[|\[)/g, '\\043\\043')}"`;
}
