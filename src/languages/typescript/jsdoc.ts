import type { Span } from '../../core/span';
import type { ParameterDoc } from '../contract/parameter';
import type { Node } from './tree';

/** The comment right above a statement, if it is a documentation. */
function commentAbove({ range: [start] }: Node, text: string): Span | null {
  const end = text.slice(0, start).trimEnd().length;
  if (text.slice(Math.max(0, end - 2), end) !== '*/') return null;
  const from = text.lastIndexOf('/*', end - 3);
  return from >= 0 && text.startsWith('/**', from) ? { start: from, end } : null;
}

/** `* @param {string} connectionString - The connection string`: up to the next entry, or the end. */
export function docOf(name: string, statement: Node, text: string): ParameterDoc | null {
  const comment = commentAbove(statement, text);
  if (!comment) return null;
  const own = name.replace(/^#/, '').replaceAll('$', '\\$');
  const entry = new RegExp(
    `@param[ \\t]{1,20}(?:\\{[^{}\\n]{0,200}\\}[ \\t]{0,20})?(?:[\\w$]{1,100}\\.)?(?<name>${own})(?![\\w$.])`,
    'd',
  ).exec(text.slice(comment.start, comment.end));
  const at = entry?.indices?.groups?.['name'];
  if (!entry || !at) return null;
  const named = { start: comment.start + at[0], end: comment.start + at[1] };
  const line = text.lastIndexOf('\n', comment.start + entry.index) + 1;
  const next = /\n[ \t]{0,200}\*[ \t]{0,20}(?=[@/])/.exec(text.slice(named.end, comment.end));
  const end = next ? named.end + next.index + 1 : comment.end - 2;
  // An entry in the line that opens or closes the comment has no line of its own: it goes as far as it is.
  const isAlone = next !== null && line > comment.start;
  const whole = isAlone ? { start: line, end } : { start: comment.start + entry.index, end };
  return { whole, name: named, text: { start: named.end, end } };
}
