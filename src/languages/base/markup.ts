import type { Literal } from '../contract/dialect';
import type { Span } from '../../core/span';

/** Where reading goes on in markup after a hole with code: inside of a tag or between tags, so many elements deep. */
export interface InMarkup {
  readonly where: 'tag' | 'text';
  readonly level: number;
}

/** What markup holds up to the code that comes next: in a hole, or after its last element. */
interface Markup {
  readonly found: readonly Pick<Literal, 'kind' | 'inner' | 'outer'>[];
  readonly end: number;
  /** The markup that the hole is in; null where the markup has ended. */
  readonly hole: InMarkup | null;
}

const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** What is inside of these is code, or nothing that anybody reads as text. */
const CODE = /^(?:script|style)$/;

/** The name of each element that the text closes, with the offset of its last closing tag. */
export const closingTags = (text: string): ReadonlyMap<string, number> =>
  text.includes('</')
    ? new Map(
        [...text.matchAll(/<\/(?<name>[\w.:-]{0,100})/g)].map(({ groups, index }) => [groups?.['name'] ?? '', index]),
      )
    : new Map();

/** What is between `<` and the rest of a tag; a type parameter is none. */
const TAG = /^<(?<name>[A-Za-z][\w.:-]{0,100})?(?!,|\s{1,9}extends\s|>\()(?=[\s/>])/;

/** True where an element begins that the text closes as well: in code a `<` begins a type, too. */
export function beginsMarkup(text: string, at: number, closings: ReadonlyMap<string, number>): boolean {
  const tag = TAG.exec(text.slice(at, at + 120));
  return tag !== null && (closings.get(tag.groups?.['name'] ?? '') ?? -1) > at;
}

/** Reads markup from the `<` of a tag, or from where a hole with code has ended. */
export function markupFrom(text: string, from: number, place: InMarkup): Markup {
  const found: Pick<Literal, 'kind' | 'inner' | 'outer'>[] = [];
  let { where, level } = place;
  let at = from;
  /** Of the tag that is read. */
  let name = '';
  if (where === 'tag' && text[at] === '<') {
    name = nameAt(text, at + 1);
    at += 1 + name.length;
  }
  while (at < text.length) {
    const unit = text[at] ?? '';
    if (unit === '{') return { found, end: at + 1, hole: { where, level } };
    if (where === 'text') {
      if (unit !== '<') {
        const end = nextOf(text, at, '<{');
        const span: Span = { start: at, end };
        found.push({ kind: 'text', outer: span, inner: span });
        at = end;
      } else if (text[at + 1] === '/') {
        at = Math.min(nextOf(text, at, '>') + 1, text.length);
        level--;
        if (level <= 0) return { found, end: at, hole: null };
      } else {
        name = nameAt(text, at + 1);
        at += 1 + name.length;
        where = 'tag';
      }
    } else if (unit === '"' || unit === "'") {
      const end = nextOf(text, at + 1, unit);
      found.push({
        kind: 'string',
        outer: { start: at, end: Math.min(end + 1, text.length) },
        inner: { start: at + 1, end },
      });
      at = end + 1;
    } else if (unit === '>') {
      at++;
      if (CODE.test(name)) return { found, end: at, hole: null };
      if (text[at - 2] !== '/' && !VOID.test(name)) level++;
      if (level <= 0) return { found, end: at, hole: null };
      where = 'text';
    } else if (unit === '=' && /[^\s"'{>]/.test(text[at + 1] ?? ' ')) {
      // Without quotes, as in pages.
      const end = at + 1 + (/^[^\s>{]*/.exec(text.slice(at + 1, at + 2000))?.[0].length ?? 0);
      const span = { start: at + 1, end };
      found.push({ kind: 'text', outer: span, inner: span });
      at = end;
    } else at++;
  }
  return { found, end: text.length, hole: null };
}

const nameAt = (text: string, at: number): string => /^[\w.:-]*/.exec(text.slice(at, at + 100))?.[0] ?? '';

function nextOf(text: string, from: number, marks: string): number {
  for (let at = from; at < text.length; at++) if (marks.includes(text.charAt(at))) return at;
  return text.length;
}
