import type { TextEdit } from '../core/edit';
import { contains } from '../core/span';

/** The same edit asked for twice is one edit. */
export function tidy(edits: readonly TextEdit[]): TextEdit[] {
  const seen = new Map<string, TextEdit>();
  for (const edit of edits) seen.set(`${edit.span.start}:${edit.span.end}:${edit.newText}`, edit);
  const list = [...seen.values()];
  // An edit inside a deletion goes with it; an insertion at its edge stays.
  return list.filter(
    (edit) =>
      !list.some(
        (other) =>
          other !== edit &&
          other.newText === '' &&
          other.span.end > other.span.start &&
          contains(other.span, edit.span) &&
          !contains(edit.span, other.span) &&
          !isAtEdge(edit, other),
      ),
  );
}

const isAtEdge = ({ span }: TextEdit, { span: other }: TextEdit): boolean =>
  span.start === span.end && (span.start === other.start || span.start === other.end);

const isBlank = (text: string): boolean => text.trim() === '';

/** True for a deletion from the start of a line to the start of another, or to the end. */
const takesLines = ({ span: { start, end }, newText }: TextEdit, text: string): boolean =>
  newText === '' &&
  end > start &&
  (start === 0 || text[start - 1] === '\n') &&
  (end === text.length || text[end - 1] === '\n');

/**
 * Joins deletions of lines with nothing but empty lines between them, and where such a deletion leaves two empty lines
 * (or one behind an opening brace), takes one along.
 */
export function closeGaps(edits: readonly TextEdit[], text: string): TextEdit[] {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const joined: TextEdit[] = [];
  for (const edit of ordered) {
    const last = joined.at(-1);
    const joins =
      last && takesLines(last, text) && takesLines(edit, text) && isBlank(text.slice(last.span.end, edit.span.start));
    if (joins) joined[joined.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: '' };
    else joined.push(edit);
  }
  return joined.map((edit, i) => {
    if (!takesLines(edit, text)) return edit;
    const { start, end } = edit.span;
    const opened = start === 0 || /(?:\n|[{(])[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    const next = joined[i + 1]?.span.start ?? text.length;
    return opened && end + blank <= next ? { span: { start, end: end + blank }, newText: '' } : edit;
  });
}
