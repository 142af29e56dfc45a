import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import { reachOf } from '../../core/cover';
import { refusal } from '../refusals';
import { isRefusal } from './pass';
import type { FileContext, Pass } from './pass';

/** The one place where the edits that several passes made in a file become one change. */
export const joinedEdits: Pass<FileContext> = (draft, { file }) => {
  const edits = joined(draft.edits, file.text);
  return isRefusal(edits) ? edits : { ...draft, edits };
};

/**
 * The edits of one text, ready to be applied together: what was asked for twice is done once, a deletion takes along the
 * edits inside it, deletions of neighbouring lines become one and leave no gap. Refused where two edits overlap otherwise.
 */
export function joined(edits: readonly TextEdit[], text: string): readonly TextEdit[] | Refusal {
  const kept = withoutDeleted(aboveDeletions(withoutTwins(edits), text));
  const ordered = withLinesTogether(inOrder(kept), text);
  const apart = ordered.every((edit, i) => edit.span.start >= (ordered[i - 1]?.span.end ?? 0));
  return apart ? withoutGaps(ordered, text) : refusal('edits-overlap');
}

/** The same edit asked for twice is one edit, where it was asked for first. */
function withoutTwins(edits: readonly TextEdit[]): readonly TextEdit[] {
  const seen = new Map<string, TextEdit>();
  for (const edit of edits) seen.set(`${String(edit.span.start)}:${String(edit.span.end)}:${edit.newText}`, edit);
  return [...seen.values()];
}

/** Lines that are inserted in front of a statement whose lines go are put above these. */
function aboveDeletions(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  const deletions = edits.filter((edit) => takesLines(edit, text));
  return edits.map((edit) => {
    const { start, end } = edit.span;
    const around = start === end ? deletions.find(({ span }) => span.start < start && start < span.end) : undefined;
    const indentation = around ? text.slice(around.span.start, start) : '';
    const isLines = indentation !== '' && indentation.trim() === '' && edit.newText.endsWith(`\n${indentation}`);
    if (!around || !isLines) return edit;
    const at = around.span.start;
    return { span: { start: at, end: at }, newText: indentation + edit.newText.slice(0, -indentation.length) };
  });
}

/** An edit inside a deletion goes with it; an insertion at its edge stays. */
function withoutDeleted(edits: readonly TextEdit[]): readonly TextEdit[] {
  const deletedFrom = reachOf(
    edits.filter(({ span, newText }) => newText === '' && span.end > span.start).map(({ span }) => span),
  );
  const goes = ({ span: { start, end } }: TextEdit): boolean =>
    // A deletion that starts before it and ends no sooner; or one that starts there and, round code, ends later.
    deletedFrom(start - 1) >= (start === end ? end + 1 : end) || (start < end && deletedFrom(start) > end);
  return edits.filter((edit) => !goes(edit));
}

/** By their places; what is inserted at one place stays in the order in which it was asked for. */
const inOrder = (edits: readonly TextEdit[]): readonly TextEdit[] =>
  [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);

const deletion = (start: number, end: number): TextEdit => ({ span: { start, end }, newText: '' });

/** True for a deletion from the start of a line to the start of another, or to the end. */
const takesLines = ({ span: { start, end }, newText }: TextEdit, text: string): boolean =>
  newText === '' &&
  end > start &&
  (start === 0 || text[start - 1] === '\n') &&
  (end === text.length || text[end - 1] === '\n');

/** Deletions of lines with nothing but empty lines between them become one. */
function withLinesTogether(ordered: readonly TextEdit[], text: string): readonly TextEdit[] {
  const together: TextEdit[] = [];
  for (const edit of ordered) {
    const last = together.at(-1);
    const isNext =
      last &&
      takesLines(last, text) &&
      takesLines(edit, text) &&
      text.slice(last.span.end, edit.span.start).trim() === '';
    if (isNext) together.splice(-1, 1, deletion(last.span.start, Math.max(last.span.end, edit.span.end)));
    else together.push(edit);
  }
  return together;
}

/** Where a deletion of lines would leave two empty lines, or one after an opening brace, it takes one along. */
const withoutGaps = (ordered: readonly TextEdit[], text: string): readonly TextEdit[] =>
  ordered.map((edit, i) => {
    if (!takesLines(edit, text)) return edit;
    const { start, end } = edit.span;
    const before = ordered[i - 1];
    if (before?.span.end === start && before.newText.endsWith('\n')) return edit;
    const opened = start === 0 || /(?:\n|[{(])[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start));
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    const next = ordered[i + 1]?.span.start ?? text.length;
    return opened && end + blank <= next ? deletion(start, end + blank) : edit;
  });
