import type { Span } from '../../core/span';
import type { Literal } from '../contract/dialect';
import type { InMarkup } from './markup';
import { beginsMarkup, closingTags, markupFrom } from './markup';

/** How one language writes its literals, among those whose code looks like C. */
export interface Spelling {
  /** A string, or a comment, at an offset that does not simply begin and end with its mark; null where none begins. */
  readonly literalAt: (text: string, at: number) => Pick<Literal, 'kind' | 'inner' | 'outer'> | null;
  /** It has templates in back quotes, regular expressions between slashes, and markup in code. */
  readonly hasTemplates: boolean;
}

/** Before these a slash begins a regular expression, not a division. */
const BEFORE_EXPRESSION = /(?:^|[=(,:;!&|?{}[+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|delete|await|yield))\s*$/;

/** Before these the end of an element, `/>`, cannot be. */
const BEFORE_ARGUMENT = /[(,:!&|?[]\s*$/;

/** After a condition too, where it is asked whether it matches. */
const AFTER_CONDITION = /^[dgimsuvy]{0,8}\s{0,99}\.\s{0,99}(?:test|exec|source)\b/;

/**
 * The strings, comments, numbers, regular expressions and texts of markup in a text of code, in order. It reads broken code as
 * well as a parser reads correct code, and no more: where it cannot tell, it takes more for a string, not less. A string that its
 * line does not close, or that a word or another string follows at once, ends the reading with its line: which quote begins one
 * and which ends one can no longer be told.
 */
export function literalsOf(text: string, { literalAt, hasTemplates }: Spelling): Literal[] {
  const found: Literal[] = [];
  const state = { at: 0, chain: 0, joins: false };
  const add = (kind: Literal['kind'], outer: Span, inner: Span): void => {
    if (kind === 'string') {
      if (!state.joins) state.chain++;
      state.joins = true;
    }
    found.push({ kind, outer, inner, chain: kind === 'string' ? state.chain : 0 });
    state.at = outer.end;
    if (kind === 'string' && isOpen(text, outer, inner)) addRest(outer.start);
  };
  const addRest = (at: number): void => {
    const rest = { start: lineStart(text, at), end: text.length };
    found.push({ kind: 'unread', outer: rest, inner: rest, chain: 0 });
    state.at = text.length;
  };
  /** Open templates and holes of markup: the depth of brackets at which each one goes on. */
  const open: { readonly depth: number; readonly markup: InMarkup | null }[] = [];
  const closings = hasTemplates ? closingTags(text) : new Map<string, number>();
  let depth = 0;
  const inTemplate = (): boolean => open.at(-1)?.markup === null;
  const templateText = (from: number): void => {
    let end = from;
    while (end < text.length && text[end] !== '`' && !text.startsWith('${', end)) end += text[end] === '\\' ? 2 : 1;
    end = Math.min(end, text.length);
    add('string', { start: from, end }, { start: from, end });
    // What is joined inside belongs to the template.
    state.joins = true;
    if (text.startsWith('${', end)) {
      open.push({ depth, markup: null });
      depth++;
      state.at = end + 2;
    } else state.at = end + 1;
  };
  const markup = (from: number, place: InMarkup): void => {
    const { found: read, end, hole } = markupFrom(text, from, place);
    for (const { kind, outer, inner } of read) {
      state.joins = false;
      add(kind, outer, inner);
    }
    state.joins = false;
    state.at = end;
    if (hole) open.push({ depth: depth++, markup: hole });
  };
  /** The offset after a regular expression that begins here; null where the slash divides. */
  const expressionAt = (at: number): number | null => {
    const before = codeBefore(text, at, found);
    if (text[at - 1] === '<' || (text[at + 1] === '>' && !BEFORE_ARGUMENT.test(before))) return null;
    const mayBegin = BEFORE_EXPRESSION.test(before);
    if (!mayBegin && !/\)\s*$/.test(before)) return null;
    const end = expression(text, at);
    return end !== null && (mayBegin || AFTER_CONDITION.test(text.slice(end, end + 240))) ? end : null;
  };

  while (state.at < text.length) {
    const { at } = state;
    const unit = text[at] ?? '';
    const next = text[at + 1];
    const special = literalAt(text, at);
    const expressionEnd = hasTemplates && unit === '/' && next !== '/' && next !== '*' ? expressionAt(at) : null;
    if (unit === '/' && (next === '/' || next === '*')) {
      const end = next === '/' ? lineEnd(text, at) : closing(text, '*/', at + 2);
      const inset = next === '*' && text.endsWith('*/', end) && end >= at + 4 ? 2 : 0;
      add('comment', { start: at, end }, { start: at + 2, end: Math.max(at + 2, end - inset) });
    } else if (special) {
      add(special.kind, special.outer, special.inner);
    } else if (unit === '"' || unit === "'") {
      const end = quoted(text, at);
      const closed = text[end - 1] === unit && end - 1 > at;
      add('string', { start: at, end }, { start: at + 1, end: closed ? end - 1 : end });
      if (closed && GLUED.test(text.slice(end, end + 12))) addRest(at);
    } else if (hasTemplates && unit === '`') {
      if (!state.joins) state.chain++;
      state.joins = true;
      templateText(at + 1);
    } else if (expressionEnd !== null) {
      add('expression', { start: at, end: expressionEnd }, { start: at + 1, end: expressionEnd - 1 });
      state.joins = false;
    } else if (
      unit === '<' &&
      hasTemplates &&
      BEFORE_EXPRESSION.test(codeBefore(text, at, found)) &&
      beginsMarkup(text, at, closings)
    ) {
      markup(at, { where: 'tag', level: 0 });
    } else if (unit === '}' && depth - 1 === open.at(-1)?.depth) {
      const hole = open.pop()?.markup ?? null;
      depth--;
      state.joins = hole === null;
      if (hole) markup(at + 1, hole);
      else templateText(at + 1);
    } else if (/[0-9]/.test(unit)) {
      const word = /^[0-9][\w.]*/.exec(text.slice(at, at + 100))?.[0] ?? unit;
      add('number', { start: at, end: at + word.length }, { start: at, end: at + word.length });
    } else if (/[\p{L}_$]/u.test(unit)) {
      state.at += /^[\p{L}\p{N}_$]+/u.exec(text.slice(at, at + 200))?.[0].length ?? 1;
      if (!inTemplate()) state.joins = false;
    } else {
      if ('([{'.includes(unit)) depth++;
      else if (')]}'.includes(unit) && depth > 0) depth--;
      // Only these may be between the parts of one value.
      if (!/[\s+()]/.test(unit) && !inTemplate()) state.joins = false;
      state.at++;
    }
  }
  return found;
}

/** True for a string that the end of its line, or of the text, ends, not a quote. */
const isOpen = (text: string, outer: Span, inner: Span): boolean =>
  inner.start > outer.start && inner.end === outer.end && /^(?:[\r\n]|$)/.test(text.slice(outer.end, outer.end + 1));

/** What cannot come right after a string: a word that is no operator, or another string. */
const GLUED = /^(?!(?:in|instanceof|as|satisfies|of|is|u8)\b)[\w$"']/i;

/** The end of the code before an offset: white space and comments left out. */
function codeBefore(text: string, at: number, found: readonly Literal[]): string {
  let end = at;
  for (let last = found.length - 1; ; last--) {
    while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
    const comment = found[last];
    if (comment?.kind !== 'comment' || comment.outer.end !== end) break;
    end = comment.outer.start;
  }
  return text.slice(Math.max(0, end - 12), end);
}

const lineStart = (text: string, at: number): number => {
  for (let start = at; start > 0; start--) if (text[start - 1] === '\n' || text[start - 1] === '\r') return start;
  return 0;
};

const lineEnd = (text: string, at: number): number => {
  for (let end = at; end < text.length; end++) if (text[end] === '\n' || text[end] === '\r') return end;
  return text.length;
};

export const closing = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

/** Behind the last quote, or the end of the line: such a string goes no further. A backslash takes the line break along. */
export function quoted(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const unit = text[end];
    if (unit === '\\') end += text.startsWith('\r\n', end + 1) ? 2 : 1;
    else if (unit === text[at]) return end + 1;
    else if (unit === '\n' || unit === '\r') return end;
  }
  return text.length;
}

/** No regular expression is as long, in UTF-16 units. */
const LONGEST = 5000;

/** The offset after the slash that ends a regular expression; null where its line has none. */
function expression(text: string, at: number): number | null {
  let inClass = false;
  for (let end = at + 1; end < text.length; end++) {
    const unit = text[end];
    if (unit === '\n' || unit === '\r') return null;
    // Who writes such a line hides something: the rest of it is one.
    if (end - at > LONGEST) return lineEnd(text, end);
    if (unit === '\\') end++;
    else if (unit === '[') inClass = true;
    else if (unit === ']') inClass = false;
    else if (unit === '/' && !inClass) return end + 1;
  }
  return null;
}
