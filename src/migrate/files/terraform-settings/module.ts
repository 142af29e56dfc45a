import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { tokensOf } from '../../../formats/block-tokens';
import type { Token } from '../../../formats/block-tokens';
import { assignmentsIn } from '../../../formats/blocks';
import type { Assignment } from '../../../formats/blocks';

const SYNTAX = { quote: '"', tripled: false, heredocs: true, hash: true } as const;

/** A block at the top of a Terraform file: `resource "type" "name" { ... }`, `output "name" { ... }`. */
export interface Block {
  readonly word: string;
  readonly labels: readonly string[];
  /** Indices of its braces among the tokens. */
  readonly opening: number;
  readonly closing: number;
  readonly span: Span;
}

/** A Terraform file that was read. */
export interface Module {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly blocks: readonly Block[];
}

/** A text as a Terraform file, or null where its brackets or strings do not close. */
export function readModule(text: string): Module | null {
  const tokens = tokensOf(text, SYNTAX);
  if (tokens.some(({ kind, text: one, pair }) => kind === 'mark' && /^[{}[\]()]$/.test(one) && pair < 0)) return null;
  if (
    tokens.some(
      ({ kind, start, end }) => kind === 'string' && text[start] === '"' && !/^"[^]*"$/.test(text.slice(start, end)),
    )
  )
    return null;
  return { text, tokens, blocks: blocksIn(tokens) };
}

function blocksIn(tokens: readonly Token[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const word = tokens[at];
    if (word?.kind !== 'word') continue;
    let opening = at + 1;
    while (tokens[opening]?.kind === 'string') opening++;
    const end = tokens[opening]?.text === '{' ? (tokens[opening]?.pair ?? -1) : -1;
    if (end < 0) continue;
    found.push({
      word: word.text,
      labels: tokens.slice(at + 1, opening).map(({ text }) => text),
      opening,
      closing: end,
      span: { start: word.start, end: tokens[end]?.end ?? word.end },
    });
    at = end;
  }
  return found;
}

/** The block at the top of the file around a place. */
export const blockAround = ({ blocks }: Module, span: Span): Block | null =>
  blocks.find((one) => contains(one.span, span)) ?? null;

/** The arguments of a block, those of blocks inside left out. */
export const argumentsOf = ({ tokens }: Module, { opening, closing }: Block): readonly Assignment[] =>
  assignmentsIn(tokens, opening + 1, closing, '=');

/** The expression of an argument, as it is written. */
export function written({ text, tokens }: Module, { from, to }: Assignment): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last ? text.slice(first.start, last.end) : '';
}

/** The argument whose whole value is at a place, in a block or in one map of it. */
export function argumentAt(
  module: Module,
  block: Block,
  span: Span,
): { readonly own: Assignment; readonly map: string | null } | null {
  const { tokens } = module;
  const holds = ({ from, to }: Assignment): boolean =>
    contains({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }, span);
  const outer = argumentsOf(module, block).find(holds);
  if (!outer) return null;
  const brace = tokens[outer.from];
  if (brace?.text !== '{' || brace.kind !== 'mark') return { own: outer, map: null };
  const inner = assignmentsIn(tokens, outer.from + 1, brace.pair, '=').find(holds);
  return inner ? { own: inner, map: outer.name.text } : null;
}

/** A block inside another, by its word. */
export function innerBlock(
  { tokens }: Module,
  { opening, closing }: Block,
  word: string,
): readonly [first: number, end: number] | null {
  for (let at = opening + 1; at < closing; at++) {
    const [one, next] = [tokens[at], tokens[at + 1]];
    if (one?.kind === 'word' && one.text === word && next?.text === '{') return [at + 2, next.pair];
    if (one && one.pair > at) at = one.pair;
  }
  return null;
}
