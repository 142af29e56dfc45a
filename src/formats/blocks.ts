import { CLOSING } from './block-tokens';
import type { Token } from './block-tokens';
import type { Setting, SettingValue } from './format';

/** `name = expression` or `name: expression`, at one level of brackets. */
export interface Assignment {
  readonly name: Token;
  /** The tokens of the expression, `from` included, `to` not. */
  readonly from: number;
  readonly to: number;
}

/** The assignments between two tokens, those in inner brackets left out. */
export function assignmentsIn(
  tokens: readonly Token[],
  first: number,
  end: number,
  separator: '=' | ':',
): Assignment[] {
  const found: Assignment[] = [];
  for (let at = first; at < end; at++) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    if ((token.kind === 'word' || token.kind === 'string') && next?.text === separator && next.kind === 'mark') {
      const to = expressionEnd(tokens, at + 2, end);
      if (to > at + 2) found.push({ name: token, from: at + 2, to });
      at = Math.max(at + 1, to - 1);
    } else if (token.pair > at) at = token.pair;
  }
  return found;
}

/** The assignment whose separator is at a token; `name` is the token before it. */
export function assignmentAt(tokens: readonly Token[], separator: number): Assignment | null {
  const name = tokens[separator - 1];
  const to = expressionEnd(tokens, separator + 1, tokens.length);
  return name && to > separator + 1 ? { name, from: separator + 1, to } : null;
}

/** An operator that a line may end or begin with. */
const isJoint = (token: Token | undefined): boolean => token?.kind === 'mark' && /^[?:|&+*/.<>=-]$/.test(token.text);

/** An expression ends at a comma or a line break outside of brackets; operators carry it on over lines. */
function expressionEnd(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const token = tokens[at];
    if (!token || (token.kind === 'mark' && (token.text === ',' || CLOSING.includes(token.text)))) break;
    if (token.kind === 'break') {
      if (at === from || !(isJoint(tokens[at - 1]) || isJoint(tokens[at + 1]))) break;
    }
    at = token.pair > at ? token.pair + 1 : at + 1;
  }
  return at;
}

/**
 * What is in the outermost braces and square brackets of an expression: one map or list, or the several that a call
 * such as `merge(...)` or `union(...)` joins. As places of tokens, the brackets left out.
 */
export function bracesAfter(tokens: readonly Token[], from: number): (readonly [first: number, end: number])[] {
  const found: [number, number][] = [];
  // Line breaks end the expression outside of round brackets only.
  let round = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === '(' && token.pair > at) round++;
    else if (token.text === ')' && --round < 0) break;
    else if ((token.text === '{' || token.text === '[') && token.kind === 'mark') {
      if (token.pair < at) break;
      found.push([at + 1, token.pair]);
      at = token.pair;
    } else if (round === 0 && (token.kind === 'break' || token.text === ',' || token.text === '}')) break;
  }
  return found;
}

/** The setting of an assignment; `valueIn` says what the tokens of its expression give. */
export function assignedSetting(
  tokens: readonly Token[],
  { name, from, to }: Assignment,
  valueIn: (tokens: readonly Token[]) => SettingValue,
): Setting {
  const value = tokens.slice(from, to);
  const start = value[0]?.start ?? name.end;
  const end = value.at(-1)?.end ?? start;
  const inset = name.kind === 'string' ? 1 : 0;
  return {
    name: name.text,
    value: valueIn(value),
    span: { start: name.start, end },
    nameSpan: { start: name.start + inset, end: name.end - inset },
    valueSpan: { start, end },
  };
}
