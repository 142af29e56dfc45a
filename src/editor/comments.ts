/** How a language writes a comment on a line of its own. */
export interface CommentStyle {
  readonly open: string;
  /** Empty for comments that end with the line. */
  readonly close: string;
}

const slashes: CommentStyle = { open: '//', close: '' };
const hash: CommentStyle = { open: '#', close: '' };
const dashes: CommentStyle = { open: '--', close: '' };
const semicolon: CommentStyle = { open: ';', close: '' };
const percent: CommentStyle = { open: '%', close: '' };
const quote: CommentStyle = { open: "'", close: '' };
const bang: CommentStyle = { open: '!', close: '' };
const markup: CommentStyle = { open: '<!--', close: ' -->' };
const starred: CommentStyle = { open: '/*', close: ' */' };

/** By VS Code language id. JSON, plain text, CSV, logs and the like have no comments. */
const STYLES: readonly (readonly [CommentStyle, readonly string[]])[] = [
  [
    slashes,
    'typescript typescriptreact javascript javascriptreact jsonc json5 csharp fsharp java kotlin scala groovy go rust swift dart c cpp objective-c objective-cpp php bicep bicep-params jenkinsfile proto3 proto less scss razorjs zig solidity glsl hlsl'.split(
      ' ',
    ),
  ],
  [
    hash,
    'python dotenv properties yaml dockercompose dockerfile shellscript powershell ruby perl perl6 r julia elixir terraform hcl terraform-vars makefile toml coffeescript nix graphql fish azcli http ignore gitignore github-actions-workflow azure-pipelines'.split(
      ' ',
    ),
  ],
  [dashes, ['sql', 'lua', 'haskell', 'ada', 'vhdl', 'elm']],
  [semicolon, ['ini', 'clojure', 'lisp', 'scheme', 'asm']],
  [percent, ['latex', 'tex', 'erlang', 'matlab', 'prolog']],
  [quote, ['vb']],
  [bang, ['fortran', 'FortranFreeForm']],
  [markup, ['xml', 'xsl', 'html', 'markdown', 'vue', 'svelte', 'astro', 'handlebars', 'msbuild']],
  [starred, ['css']],
  [{ open: 'REM', close: '' }, ['bat']],
  [{ open: '@*', close: ' *@' }, ['razor', 'aspnetcorerazor']],
];

const byLanguage: ReadonlyMap<string, CommentStyle> = new Map(
  STYLES.flatMap(([style, ids]) => ids.map((id) => [id, style] as const)),
);

/** Null for languages that have no comments, and for those we do not know. */
export const commentStyle = (languageId: string): CommentStyle | null => byLanguage.get(languageId) ?? null;

/** A directive that silences `rule` on the next line, with the reason that every directive must have. */
export function ignoreComment(style: CommentStyle, rule: string, reason: string): string {
  const { open, close } = style;
  const directive = `${open} secretlint-disable-next-line ${rule}`;
  // A reason is one line and cannot end the comment.
  const plain = reason
    .replace(/[*@]\/|\*@|-->?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // XML allows no `--` inside a comment: the reason gets one of its own.
  return style === markup ? `${directive}${close} ${open} ${plain}${close}` : `${directive} -- ${plain}${close}`;
}

/**
 * The comment that can be above a line, judged from the text before it; null inside a string of several lines, a block
 * scalar, a tag, or a command that goes on. Errs on the side of no comment.
 */
export function commentAbove(languageId: string, before: string): CommentStyle | null {
  const style = commentStyle(languageId);
  if (style === null) return null;
  if (style === markup) {
    const script = before.lastIndexOf('<script');
    if (script > before.lastIndexOf('</script')) {
      const begin = before.indexOf('>', script);
      return begin < 0 ? null : commentAbove('typescript', before.slice(begin + 1));
    }
    return before.lastIndexOf('<') <= before.lastIndexOf('>') ? markup : null;
  }
  const lines = before.split(/\r\n|\n|\r/).slice(0, -1);
  if (continues.has(languageId) && /[\\`^]$/.test((lines.at(-1) ?? '').trimEnd())) return null;
  if (blockScalars.has(languageId) && insideBlockScalar(lines)) return null;
  return insideString(languageId, before) ? null : style;
}

const continues = new Set(['shellscript', 'powershell', 'bat', 'azcli', 'makefile', 'c', 'cpp', 'properties']);
const blockScalars = new Set(['yaml', 'dockercompose', 'github-actions-workflow', 'azure-pipelines']);

function insideBlockScalar(lines: readonly string[]): boolean {
  const indent = (line: string): number => line.length - line.trimStart().length;
  let depth = Infinity;
  for (const line of [...lines].reverse()) {
    if (line.trim() === '') continue;
    if (indent(line) >= depth) continue;
    depth = indent(line);
    if (/(?:^|[\s:-])[|>][-+0-9]{0,4}$/.test(line.replace(/\s#[^]*$/, '').trimEnd())) return true;
  }
  return false;
}

/** Delimiters of strings that may span lines, longest first. */
const multiline: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'go'].map((id) => [id, ['`']] as const),
  ['python', ['"""', "'''"]],
  ['java', ['"""']],
  ['csharp', ['"""']],
  ['kotlin', ['"""']],
  ['scala', ['"""']],
  ['toml', ['"""', "'''"]],
  ['bicep', ["'''"]],
  ['rust', ['"']],
  ['php', ['"', "'"]],
  ['shellscript', ['"', "'"]],
  ['azcli', ['"', "'"]],
  ['powershell', ['@"', "@'"]],
]);

function insideString(languageId: string, before: string): boolean {
  const marks = multiline.get(languageId) ?? [];
  const line = commentStyle(languageId)?.open ?? '//';
  let inside: string | null = null;
  for (let i = 0; i < before.length; i++) {
    if (inside === null) {
      const mark = marks.find((one) => before.startsWith(one, i));
      if (mark !== undefined) {
        inside = mark.startsWith('@') ? `${mark.slice(1)}@` : mark;
        i += mark.length - 1;
      } else if (before.startsWith(line, i)) {
        i = endOfLine(before, i);
      } else if (line === '//' && before.startsWith('/*', i)) {
        const end = before.indexOf('*/', i + 2);
        if (end < 0) return true;
        i = end + 1;
      } else if (before[i] === '"' || before[i] === "'") {
        i = endOfPlainString(before, i);
      }
    } else if (before[i] === '\\') {
      i += 1;
    } else if (before.startsWith(inside, i)) {
      i += inside.length - 1;
      inside = null;
    }
  }
  return inside !== null;
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

/** The closing quote, or the end of the line: an apostrophe in prose opens nothing. */
function endOfPlainString(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === text[from]) return i;
    else if (text[i] === '\n') return i;
  }
  return text.length;
}
