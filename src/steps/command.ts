import { withoutTrailing } from '../core/trailing';
import { say } from '../core/message';
import type { Command, StepCode } from '../core/step';

const QUOTES: Readonly<Record<string, RegExp>> = { "'": /'[^']*'/y, '"': /"(?:[^"\\]|\\.)*"/y, '\\': /\\./y };

/** The end of `$(...)`, which may hold quoted words and others of its kind. */
function afterSubstitution(line: string, start: number): number {
  let depth = 0;
  for (let at = start; at < line.length; at++) {
    const character = line[at] ?? '';
    if (QUOTES[character]) at = afterQuote(line, at) - 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  throw new SyntaxError('a command with an open bracket');
}

function afterQuote(line: string, start: number): number {
  const quote = new RegExp(QUOTES[line[start] ?? ''] ?? /(?!)/y, 'y');
  quote.lastIndex = start;
  if (!quote.test(line)) throw new SyntaxError('a command with an open quote');
  return quote.lastIndex;
}

/**
 * The words of a line as a POSIX shell takes them apart, quotes and all.
 * @throws SyntaxError for an open quote or bracket, and for what is more than one command: `;`, `|`, `&`.
 */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < line.length;) {
    const character = line[at] ?? '';
    let end = at + 1;
    if (QUOTES[character]) end = afterQuote(line, at);
    else if (line.startsWith('$(', at)) end = afterSubstitution(line, at);
    else if (/[;|&`]/.test(character)) throw new SyntaxError('more than one command on a line');
    if (/\s/.test(character)) {
      if (word !== '') words.push(word);
      word = '';
    } else word += line.slice(at, end);
    at = end;
  }
  return word === '' ? words : [...words, word];
}

/** Comments that begin so say that what follows is for another case. */
const OTHER_CASE = /^(?:or|only)\b/;

/** The text with what a `\` at the end of a line continues in one line. */
const joinedLines = (text: string): string =>
  text
    .split(/\\\r?\n\s*/)
    .map((part, i, all) => (i < all.length - 1 ? withoutTrailing(part, ' \t') : part))
    .join(' ');

/**
 * Commands as services and hosts write them: one a line, a line that ends with `\` goes on in the next, a line that begins
 * with `#` is the comment of the command below it.
 * @throws SyntaxError for a text that is no list of commands: that is a fault of the data, and a test looks at all of it.
 */
export function parseCommands(text: string | readonly string[]): Command[] {
  const lines = joinedLines(typeof text === 'string' ? text : text.join('\n')).split(/\r?\n/);
  const commands: Command[] = [];
  let comment: string | null = null;
  let instead = false;
  for (const line of lines.map((one) => one.trim())) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      if (comment !== null) throw new SyntaxError('two comments for one command');
      comment = line.replace(/^#\s*/, '');
      instead ||= OTHER_CASE.test(comment);
      continue;
    }
    const words = wordsOf(line);
    const at = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
    const program = words[at];
    if (program === undefined) throw new SyntaxError('a line without a command');
    commands.push({
      ...(at > 0 && { env: words.slice(0, at) }),
      program,
      args: words.slice(at + 1),
      ...(comment !== null && { comment: say(comment) }),
      ...(instead && { instead }),
    });
    comment = null;
  }
  if (comment !== null) throw new SyntaxError('a comment without a command');
  return commands;
}

/** The commands as the code of a step. */
export const shell = (text: string | readonly string[]): StepCode => ({
  language: 'shell',
  commands: parseCommands(text),
});

/** The comments of commands, for translators. */
export const commentsIn = (text: string | readonly string[]): string[] =>
  parseCommands(text).flatMap(({ comment }) => (comment ? [comment.template] : []));

/** A step's code out of commands, null for none. */
export const shellOrNone = (commands: readonly Command[]): StepCode | null =>
  commands.length === 0 ? null : { language: 'shell', commands };

/** A text as one word of a shell: what a shell would act on is quoted. */
export const shellWord = (text: string): string => {
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return /[\s;&|()$'"*?`\\<>]/.test(line.replace(/<[a-z-]+>/g, '')) ? `"${line.replace(/["$\\`]/g, '\\$&')}"` : line;
};
