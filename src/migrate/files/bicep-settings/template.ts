import type { Span } from '../../../core/span';
import { contains } from '../../../core/span';
import { tokensOf } from '../../../formats/block-tokens';
import type { Token } from '../../../formats/block-tokens';
import { assignmentsIn } from '../../../formats/blocks';
import type { Assignment } from '../../../formats/blocks';

const SYNTAX = { quote: "'", tripled: true, heredocs: false, hash: false } as const;

/** A resource that a Bicep file declares, at any depth. */
export interface Resource {
  readonly symbol: string;
  /** In lower case, without its version. */
  readonly type: string;
  readonly existing: boolean;
  /** False for a loop or a condition. */
  readonly plain: boolean;
  readonly span: Span;
  /** The assignments of its body. */
  readonly body: readonly Assignment[];
}

/** A Bicep file that was read. */
export interface Template {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly resources: readonly Resource[];
}

/** A text as a Bicep file, or null where its brackets or strings do not close. */
export function readTemplate(text: string): Template | null {
  const tokens = tokensOf(text, SYNTAX);
  if (tokens.some(({ kind, text: one, pair }) => kind === 'mark' && /^[{}[\]()]$/.test(one) && pair < 0)) return null;
  if (tokens.some((one) => one.kind === 'string' && !text.slice(one.start + 1, one.end).endsWith("'"))) return null;
  return { text, tokens, resources: tokens.flatMap((_, at) => resourceAt(tokens, at) ?? []) };
}

function resourceAt(tokens: readonly Token[], at: number): Resource | null {
  const [word, symbol, type] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (word?.kind !== 'word' || word.text !== 'resource' || symbol?.kind !== 'word' || type?.kind !== 'string')
    return null;
  let next = at + 3;
  const existing = tokens[next]?.text === 'existing';
  if (existing) next++;
  if (tokens[next]?.text !== '=') return null;
  const opening = tokens.findIndex((one, i) => i > next && one.kind === 'mark' && /^[{[]$/.test(one.text));
  const end = tokens[opening]?.pair ?? -1;
  if (end < 0) return null;
  const plain = opening === next + 1 && tokens[opening]?.text === '{';
  return {
    symbol: symbol.text,
    type: (type.text.split('@')[0] ?? '').toLowerCase(),
    existing,
    plain,
    span: { start: word.start, end: tokens[end]?.end ?? word.end },
    body: assignmentsIn(tokens, opening + 1, end, ':'),
  };
}

/** What a resource's body gives a property, as it is written; null where it gives none. */
export function valueIn({ text, tokens }: Template, { body }: Resource, name: string): string | null {
  const own = body.find((one) => one.name.text === name);
  const [first, last] = own ? [tokens[own.from], tokens[own.to - 1]] : [];
  return first && last ? text.slice(first.start, last.end) : null;
}

/** The resources around a place, the innermost first. */
export const resourcesAround = ({ resources }: Template, span: Span): readonly Resource[] =>
  resources.filter((one) => contains(one.span, span)).sort((a, b) => b.span.start - a.span.start);

/** The one resource of a symbol; null where there is none or several. */
export function resourceOf({ resources }: Template, symbol: string): Resource | null {
  const [one, ...more] = resources.filter((resource) => resource.symbol === symbol);
  return one && more.length === 0 ? one : null;
}

/** Where a symbol is read: as a word of the file, or in a hole of a string. */
export function placesOfSymbol({ text, tokens }: Template, symbol: string): readonly Span[] {
  const found: Span[] = [];
  const name = new RegExp(`(?<![\\w.'-])${symbol}(?![\\w'-])`, 'g');
  for (const token of tokens) {
    if (token.kind === 'word' && token.text === symbol) found.push({ start: token.start, end: token.end });
    else if (token.kind === 'string' && token.text.includes('${'))
      for (const hit of text.slice(token.start, token.end).matchAll(name))
        found.push({ start: token.start + hit.index, end: token.start + hit.index + symbol.length });
  }
  return found.filter(({ start }) => text[start - 1] !== '.');
}
