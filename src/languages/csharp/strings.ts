import type { Node } from './syntax';
import { parts } from './syntax';

const ESCAPES: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '\\': '\\',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** A regular string's text with its escapes undone. */
const unescape = (text: string): string =>
  text.replace(
    /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|x([\da-fA-F]{1,4})|([^]))/g,
    (whole, short?: string, long?: string, any?: string, simple?: string) => {
      const code = short ?? long ?? any;
      if (code !== undefined) {
        const point = parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      return ESCAPES[simple ?? ''] ?? whole;
    },
  );

/** The content of a raw string over several lines: without the first and last line end and the closing line's indent. */
function unindent(content: string): string {
  const lines = content.split(/\r?\n/);
  const indent = lines.at(-1) ?? '';
  if (lines.length < 2 || lines[0]?.trim() !== '' || indent.trim() !== '') return content;
  return lines
    .slice(1, -1)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** The value of a string literal, or null for anything else. */
export function stringValue(node: Node): string | null {
  const { text } = node;
  switch (node.type) {
    case 'string_literal':
      return text.endsWith('"') ? unescape(text.slice(1, -1)) : null;
    case 'verbatim_string_literal':
      return text.endsWith('"') ? text.slice(2, -1).replaceAll('""', '"') : null;
    case 'raw_string_literal': {
      const quotes = /^"+/.exec(text)?.[0].length ?? 0;
      return text.endsWith('"') ? unindent(text.slice(quotes, -quotes)) : null;
    }
    default:
      return null;
  }
}

/** The texts and expressions of an interpolated string, in order. */
export function interpolationParts(node: Node): (string | Node)[] {
  const start = node.firstChild?.text ?? '';
  const raw = node.children.some(({ type }) => type === 'interpolation_quote');
  const verbatim = start.includes('@');
  const plain = (text: string): string => {
    const braces = text.replaceAll('{{', '{').replaceAll('}}', '}');
    if (raw) return text;
    return verbatim ? braces.replaceAll('""', '"') : unescape(braces);
  };
  return node.children.flatMap((child): (string | Node)[] => {
    if (child.type === 'interpolation') {
      const expression = parts(child).find(({ type }) => !/^interpolation_/.test(type));
      return expression ? [expression] : [];
    }
    return child.type === 'string_content' || child.type === 'escape_sequence' ? [plain(child.text)] : [];
  });
}

/** Text between the quotes of a literal: where a name that is read is. */
export function insideQuotes(node: Node): { readonly start: number; readonly end: number } {
  const { text } = node;
  const open = /^[@$]*"+/.exec(text)?.[0].length ?? 1;
  const close = node.type === 'raw_string_literal' ? open : 1;
  return { start: node.startIndex + open, end: node.endIndex - close };
}
