/** A text without these characters at its end. An expression for that, `/x+$/`, is quadratic. */
export function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

export const DIGITS = '0123456789';

/** What is between two quotes of the same kind, one of these, at the ends of a text; null where it has none. */
export function unquoted(text: string, quotes: string): string | null {
  const quote = text.charAt(0);
  return text.length > 1 && quotes.includes(quote) && text.endsWith(quote) ? text.slice(1, -1) : null;
}
