import type { Span } from '../core/span';
import { lineEnd } from './lines';

/** A token of Terraform or Bicep. */
export interface Token extends Span {
  readonly kind: 'word' | 'string' | 'mark' | 'break';
  /** Of a string what is between its quotes, as written. */
  readonly text: string;
  /** Of a bracket: the index of the token that closes or opens it; -1 where there is none. */
  readonly pair: number;
}

/** How a language writes strings and comments. */
export interface Syntax {
  readonly quote: '"' | "'";
  /** Three quotes begin a text over several lines without escapes (Bicep). */
  readonly tripled: boolean;
  /** `<<EOT` begins a text up to a line with that word (Terraform). */
  readonly heredocs: boolean;
  /** Comments beside `//` and slash-star. */
  readonly hash: boolean;
}

const WORD = /[A-Za-z_][\w-]*|\d[\w.]*/y;
const HEREDOC = /<<-?([A-Za-z_]\w{0,60})[ \t]{0,99}(?:\r\n|\r|\n)/y;
const OPENING = '{[(';
export const CLOSING = '}])';

/** The tokens of a text; comments and white space are left out. Linear, and whatever is open stays open to the end. */
export function tokensOf(text: string, syntax: Syntax): readonly Token[] {
  const tokens: { kind: Token['kind']; text: string; start: number; end: number; pair: number }[] = [];
  const open: number[] = [];
  const add = (kind: Token['kind'], start: number, end: number, content = text.slice(start, end)): void => {
    tokens.push({ kind, text: content, start, end, pair: -1 });
  };
  for (let at = 0; at < text.length;) {
    const one = text.charAt(at);
    const comment = commentEnd(text, at, syntax);
    const lines = syntax.heredocs && one === '<' ? heredoc(text, at) : null;
    if (comment > at) at = comment;
    else if (one === '\n' || one === '\r') {
      add('break', at, at + 1);
      at++;
    } else if (/\s|\uFEFF/.test(one)) at++;
    else if (one === syntax.quote) {
      const [end, inset] = stringEnd(text, at, syntax);
      add('string', at, end, text.slice(at + inset, Math.max(at + inset, end - inset)));
      at = end;
    } else if (lines) {
      const [end, start, stop] = lines;
      add('string', at, end, text.slice(start, stop));
      at = end;
    } else {
      WORD.lastIndex = at;
      const word = WORD.exec(text);
      const end = word ? at + word[0].length : at + 1;
      add(word ? 'word' : 'mark', at, end);
      if (OPENING.includes(one)) open.push(tokens.length - 1);
      else if (CLOSING.includes(one)) {
        const opener = open.at(-1);
        const own = opener === undefined ? undefined : tokens[opener];
        const last = tokens.at(-1);
        if (own && last && opener !== undefined && OPENING.indexOf(own.text) === CLOSING.indexOf(one)) {
          own.pair = tokens.length - 1;
          last.pair = opener;
          open.pop();
        }
      }
      at = end;
    }
  }
  return tokens;
}

function commentEnd(text: string, at: number, { hash }: Syntax): number {
  if ((hash && text[at] === '#') || text.startsWith('//', at)) return lineEnd(text, at);
  if (!text.startsWith('/*', at)) return at;
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

/** Where a string ends, and how many quotes it has on each side. `${...}` may hold strings itself. */
function stringEnd(text: string, start: number, { quote, tripled }: Syntax): [end: number, inset: number] {
  if (tripled && text.startsWith(quote.repeat(3), start)) {
    const end = text.indexOf(quote.repeat(3), start + 3);
    return [end < 0 ? text.length : end + 3, 3];
  }
  // What is open: a hole of a string, or a string in a hole.
  const inside: ('hole' | 'string' | 'brace')[] = ['string'];
  for (let at = start + 1; at < text.length; at++) {
    const one = text[at];
    if (inside.at(-1) === 'string') {
      // A string does not go on over lines: what is open is a fault of the text.
      if (one === '\n' || one === '\r') return [at, 1];
      if (one === '\\') at++;
      else if (one === '$' && text[at + 1] === '{') {
        inside.push('hole');
        at++;
      } else if (one === quote) {
        inside.pop();
        if (inside.length === 0) return [at + 1, 1];
      }
    } else if (one === '{') inside.push('brace');
    else if (one === '}') inside.pop();
    else if (one === quote) inside.push('string');
    else if (one === '\n' || one === '\r') return [at, 1];
  }
  return [text.length, 1];
}

/** Where a heredoc ends, and its lines. */
function heredoc(text: string, at: number): [end: number, start: number, stop: number] | null {
  HEREDOC.lastIndex = at;
  const hit = HEREDOC.exec(text);
  if (!hit) return null;
  const start = at + hit[0].length;
  const close = new RegExp(`^[ \\t]*${hit[1] ?? ''}[ \\t]*$`, 'gm');
  close.lastIndex = start;
  const found = close.exec(text);
  return found ? [found.index + found[0].length, start, found.index] : [text.length, start, text.length];
}
