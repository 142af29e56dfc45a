/** Looks for parts of secret values in what leaves the product. */

/** So many characters of a value, or the whole of a shorter one, are a leak. */
const PART = 8;

/** The parts of a value that may not be seen, each as long as a leak is. */
function partsOf(value: string): string[] {
  if (value.length <= PART) return [value];
  return Array.from({ length: value.length - PART + 1 }, (_, at) => value.slice(at, at + PART));
}

/** Ways in which a value may be written down. */
function writings(value: string): string[] {
  const bytes = Buffer.from(value);
  // The base64 of a text that holds the value depends on where in it the value begins.
  const shifted = [0, 1, 2].map((by) => {
    const text = Buffer.concat([Buffer.alloc(by), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(by === 0 ? 0 : by + 1, bytes.length % 3 === 0 && by === 0 ? undefined : -1);
  });
  return [
    value,
    encodeURIComponent(value),
    bytes.toString('hex'),
    JSON.stringify(value).slice(1, -1),
    value.replace(/[&<>"'`]/g, (character) => `&#${String(character.charCodeAt(0))};`),
    ...shifted,
  ];
}

/** A search that is made once for the values of an input: many outputs are looked at. */
export type Taint = (output: string) => number;

/**
 * How many of the values leak into an output: 8 characters of one in a row or a whole shorter one, as it is, percent-encoded,
 * in base64, in hexadecimal, escaped.
 * @param harmless texts whose characters are no leak: names that are in the files beside the values
 */
export function taintOf(values: readonly string[], harmless = ''): Taint {
  const parts = values.map((value) => {
    const own = new Set(writings(value).flatMap((writing) => partsOf(writing)));
    for (const part of own) if (harmless.includes(part)) own.delete(part);
    return own;
  });
  const lengths = [...new Set(parts.flatMap((own) => [...own].map(({ length }) => length)))];
  return (output) => {
    const pieces = new Set<string>();
    for (const length of lengths)
      for (let at = 0; at + length <= output.length; at++) pieces.add(output.slice(at, at + length));
    return parts.filter((own) => [...own].some((part) => pieces.has(part))).length;
  };
}
