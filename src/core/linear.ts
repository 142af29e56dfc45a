import { RE2JS } from 're2js';

/** Longer expressions are nobody's by hand. */
const LONGEST = 1000;

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/**
 * An expression of somebody else as a test that ends: its time is linear in the length of the text, whatever it is. Null for
 * what such an engine does not know (back references, looking around) and for what is no expression. A bundle of its own:
 * reach it by dynamic import.
 */
export function linear(source: string, flags: string): ((text: string) => boolean) | null {
  if (source.length > LONGEST) return null;
  const mode = [...new Set(flags)].reduce((sum, flag) => sum | (FLAGS[flag] ?? 0), 0);
  try {
    const pattern = RE2JS.compile(RE2JS.translateRegExp(source), mode);
    return (text) => pattern.matcher(text).find();
  } catch {
    return null;
  }
}
