/** Changes of a text as people, tools and enemies make them. All are made of the generator they are given: the same seed, the same text. */
import type { Random } from '../support/fake-secrets';

/** A change of a text; `other` is the text of another shape. */
export type Mutation = (text: string, random: Random, other: string) => string;

const place = (text: string, random: Random): number => random.below(text.length + 1);

const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);

/** Words, blanks and single marks. */
const tokensOf = (text: string): string[] => text.match(/[\p{L}\p{N}_$]+|\s+|[^\p{L}\p{N}_$\s]/gu) ?? [];

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

/** Between two tokens, so that words stay whole. */
function between(text: string, random: Random): number {
  const tokens = tokensOf(text);
  return tokens.slice(0, random.below(tokens.length + 1)).join('').length;
}

const COMMENTS = [
  '/* why */',
  '/** @why */ ',
  '// why\n',
  '# why\n',
  '<!-- why -->',
  '-- why\n',
  '/* * // "\' */',
  '"""',
  "'''",
];
const BLANKS = [
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\v',
  '\f',
  '\u200b',
  '   \n\n\n',
];
const STRANGE = [
  'é',
  '\u0301',
  '\u{1f511}',
  '\u202e',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u0007',
  '名前',
  'ı',
  'ß',
  '\u{10ffff}',
  '\\u0041',
  '%2B',
  '&quot;',
  '&#x41;',
  '\\',
];
const MARKS = '()[]{}<>"\'`;,.:=+-*/\\|&!?@#$%^~_'.split(/(?:)/);
const NAMES = [
  'client',
  'credential',
  'endpoint',
  'DefaultAzureCredential',
  'Environment',
  'process',
  'require',
  'constructor',
  '__proto__',
  'Uri',
  'System',
  'configuration',
  'azureCredential',
  'undefined',
];
const SNIPPETS = [
  ' ?? ""',
  ' || undefined',
  '!',
  ' as any',
  '?.',
  '...',
  'await ',
  'async ',
  'new ',
  'return ',
  '#if DEBUG\n',
  '#endif\n',
  '@',
  '$"',
  '${',
  '}}',
  '{{',
  '<<<<<<< HEAD\n',
  '=======\n',
  '>>>>>>> main\n',
  'export ',
  'export default ',
  'module.exports = ',
  'using ',
  'using static ',
  'namespace A;\n',
  'partial ',
  'if (a) ',
  'else ',
  'for (;;) ',
  'switch (a) { case 1: ',
  'try { ',
  ' } catch { }',
  '=> ',
  'static ',
  'readonly ',
];

const OPEN: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['((', '))'],
  ['<', '>'],
  ['(a + ', ')'],
  ['f(', ')'],
  ['{"a":', '}'],
  ['- ', '\n'],
  ['!', ''],
];

export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'cut the end': (text, random) => text.slice(0, place(text, random)),
  'cut the beginning': (text, random) => text.slice(random.below(Math.max(1, text.length >> 2))),
  'cut a piece': (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + 1 + random.below(30));
  },
  'drop a line': (text, random) => {
    const lines = linesOf(text);
    lines.splice(random.below(lines.length + 1), 1);
    return lines.join('');
  },
  'repeat a line': (text, random) => {
    const lines = linesOf(text);
    const at = random.below(lines.length + 1);
    lines.splice(at, 0, (lines[at] ?? '').repeat(1 + random.below(random.below(8) === 0 ? 60 : 4)));
    return lines.join('');
  },
  'repeat all': (text) => text + text,
  'repeat a declaration': (text, random) => {
    const lines = linesOf(text);
    const declared = lines.filter((line) =>
      /\b(?:const|let|var|string|using|import|class|function|export)\b|^\s*["\w.-]+\s*[:=]/.test(line),
    );
    if (declared.length === 0) return text;
    lines.splice(random.below(lines.length + 1), 0, random.pick(declared));
    return lines.join('');
  },
  'swap lines': (text, random) => {
    const lines = linesOf(text);
    const [a, b] = [random.below(lines.length + 1), random.below(lines.length + 1)];
    const [first, second] = [lines[a], lines[b]];
    if (first === undefined || second === undefined) return text;
    lines[a] = second;
    lines[b] = first;
    return lines.join('');
  },
  'swap tokens': (text, random) => {
    const tokens = tokensOf(text);
    const [a, b] = [random.below(tokens.length + 1), random.below(tokens.length + 1)];
    const [first, second] = [tokens[a], tokens[b]];
    if (first === undefined || second === undefined) return text;
    tokens[a] = second;
    tokens[b] = first;
    return tokens.join('');
  },
  'drop a token': (text, random) => {
    const tokens = tokensOf(text);
    tokens.splice(random.below(tokens.length + 1), 1);
    return tokens.join('');
  },
  'repeat a token': (text, random) => {
    const tokens = tokensOf(text);
    const at = random.below(tokens.length + 1);
    tokens.splice(at, 0, tokens[at] ?? '');
    return tokens.join('');
  },
  marks: (text, random) => {
    let result = text;
    for (let left = 1 + random.below(6); left > 0; left--)
      result = insert(result, place(result, random), random.pick(MARKS));
    return result;
  },
  'many marks': (text, random) => insert(text, place(text, random), random.pick(MARKS).repeat(1 + random.below(400))),
  snippet: (text, random) => insert(text, between(text, random), random.pick(SNIPPETS)),
  comment: (text, random) => insert(text, between(text, random), random.pick(COMMENTS)),
  'comments everywhere': (text, random) => {
    const comment = random.pick(COMMENTS.slice(0, 3));
    return tokensOf(text)
      .map((token) => (/^\s+$/.test(token) && random.below(3) === 0 ? `${token}${comment}${token}` : token))
      .join('');
  },
  blank: (text, random) => insert(text, between(text, random), random.pick(BLANKS)),
  'blanks in place of blanks': (text, random) => {
    const blank = random.pick(BLANKS);
    return text.replace(/ /g, (one) => (random.below(4) === 0 ? blank : one));
  },
  'no blanks at line ends': (text) => text.replace(/\n\s*/g, '\n'),
  'all on one line': (text) => text.replace(/\r?\n/g, ' '),
  crlf: (text) => text.replace(/\r?\n/g, '\r\n'),
  cr: (text) => text.replace(/\r?\n/g, '\r'),
  'mixed line ends': (text, random) => text.replace(/\r?\n/g, () => random.pick(['\n', '\r\n', '\r'])),
  'mark of byte order': (text) => `\ufeff${text}`,
  strange: (text, random) => insert(text, place(text, random), random.pick(STRANGE)),
  'a strange name': (text, random) =>
    renamed(text, random, random.pick(['名前', 'ünïcode', '\\u0061b', '$', '_', '@class', 'a\u200db'])),
  'another name': (text, random) => renamed(text, random, random.pick(NAMES)),
  'deep nesting': (text, random) => {
    const [open, close] = random.pick(OPEN);
    const depth = 1 + random.below(random.below(6) === 0 ? 1500 : 30);
    const [a, b] = [between(text, random), between(text, random)].sort((x, y) => x - y) as [number, number];
    return text.slice(0, a) + open.repeat(depth) + text.slice(a, b) + close.repeat(depth) + text.slice(b);
  },
  'many terms': (text, random) =>
    insert(text, between(text, random), ' + 1'.repeat(1 + random.below(random.below(6) === 0 ? 3000 : 40))),
  'a long line': (text, random) =>
    insert(text, between(text, random), random.pick([' ', 'a', '/* */', '0,']).repeat(random.below(25_000))),
  'other quotes': (text, random) => {
    const quote = random.pick(['"', "'", '`', '@"', '$"', '"""', '']);
    return text.replace(/["'`]/g, (one) => (random.below(3) > 0 ? quote : one));
  },
  'append another': (text, random, other) => (random.below(2) === 0 ? text + other : other + text),
  'insert another': (text, random, other) => insert(text, between(text, random), other),
  interleave: (text, random, other) => {
    const [own, foreign] = [linesOf(text), linesOf(other)];
    const result: string[] = [];
    while (own.length + foreign.length > 0)
      result.push(((random.below(2) === 0 ? own : foreign).shift() ?? own.shift() ?? foreign.shift()) as string);
    return result.join('');
  },
  'a line of another': (text, random, other) => {
    const [lines, foreign] = [linesOf(text), linesOf(other)];
    if (foreign.length > 0) lines.splice(random.below(lines.length + 1), 0, random.pick(foreign));
    return lines.join('');
  },
  'a comment of a line': (text, random) => {
    const lines = linesOf(text);
    const at = random.below(lines.length + 1);
    const mark = random.pick(['# ', '// ', '-- ', '; ', '! ', 'REM ', '/* ', '<!-- ']);
    if (lines[at] !== undefined) lines[at] = mark + lines[at];
    return lines.join('');
  },
  'a value as a block': (text, random) => {
    const style = random.pick(['|', '>-', '|2+', '"""', "'''", '<<EOF', '@"', '<![CDATA[']);
    const lines = linesOf(text);
    const at = random.below(lines.length + 1);
    const [, head, value] = /^(\s*[^:=\n]+[:=]\s*)(\S[^\n]*)/.exec(lines[at] ?? '') ?? [];
    if (head === undefined || value === undefined) return text;
    const end = { '"""': '"""', "'''": "'''", '<<EOF': 'EOF', '@"': '"@', '<![CDATA[': ']]>' }[style] ?? '';
    lines[at] = `${head}${style}\n      ${value}\n${end}\n`;
    return lines.join('');
  },
  'a name as a path': (text, random) => {
    const lines = linesOf(text);
    const at = random.below(lines.length + 1);
    lines[at] = (lines[at] ?? '').replace(/(["\w])([:=])/, (_, a: string, b: string) => `${a}.x__y:z${b}`);
    return lines.join('');
  },
  escapes: (text, random) =>
    text.replace(/[A-Za-z]/g, (one) =>
      random.below(60) > 0
        ? one
        : random.pick([
            `\\u00${one.charCodeAt(0).toString(16)}`,
            `\\x${one.charCodeAt(0).toString(16)}`,
            `&#${String(one.charCodeAt(0))};`,
            `%${one.charCodeAt(0).toString(16)}`,
          ]),
    ),
  indent: (text) => text.replace(/^/gm, '\t  '),
};

/** One name of the text becomes another one, everywhere or at one place. */
function renamed(text: string, random: Random, name: string): string {
  const names = [...new Set(text.match(/\b[A-Za-z_]\w*\b/g) ?? [])];
  if (names.length === 0) return text;
  const old = random.pick(names);
  const once = random.below(2) === 0;
  let done = false;
  return text.replace(new RegExp(`\\b${old}\\b`, 'g'), (found) => {
    if (once && done) return found;
    done = true;
    return name;
  });
}

/** Cuts a literal around a value into joined pieces, or leaves it whole. `quote` is what the literal begins with. */
export function split(value: string, quote: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, value.length - 1));
  const join = random.pick([' + ', '+', ' +\n    ', ' /* why */ + ']);
  const [head, tail] = [value.slice(0, at), value.slice(at)];
  return random.below(4) === 0 && quote === '`' ? `${head}\${'${tail}'}` : `${head}${quote}${join}${quote}${tail}`;
}
