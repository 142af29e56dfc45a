import { diffArrays } from 'diff';
import type { TextEdit } from './edit';

/**
 * The edits that turn one text into another: whole lines where lines come or go, and inside a line that changes only what
 * is different there. They never overlap and never cut a surrogate pair or a CRLF in two. This is the one place where
 * changes that were made one after the other are joined. Linear in the length of the texts: where they differ in too many
 * places, the whole stretch between what they share is one edit.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  return stretches(before.match(LINE) ?? [], after.match(LINE) ?? [], 0).flatMap(insideLines);
}

/** Whole lines that a change takes away, and those that come in their place; either may be none. */
export type ChangedLines = Stretch;

/** The lines that differ between two texts, in order; `start` is the offset in the first text. */
export const changedLines = (before: string, after: string): readonly ChangedLines[] =>
  before === after ? [] : stretches(before.match(LINE) ?? [], after.match(LINE) ?? [], 0);

/** A line with its end. */
const LINE = /[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g;

/** What a person takes for one thing inside a line: a word, a line end, a space, a mark. */
const TOKEN = /\r\n|[\p{L}\p{N}_]+|[^]/gu;

/** A place where the texts differ: some parts of the old text, some of the new one. Either may be empty. */
interface Stretch {
  /** Offset in the old text. */
  readonly start: number;
  readonly old: readonly string[];
  readonly fresh: readonly string[];
}

/** Comparisons that one call may cost; more than any change a person makes. */
const BUDGET = 20_000_000;

function stretches(old: readonly string[], fresh: readonly string[], offset: number): Stretch[] {
  let first = 0;
  while (first < old.length && first < fresh.length && old[first] === fresh[first]) first++;
  let last = 0;
  while (last < old.length - first && last < fresh.length - first && old.at(-1 - last) === fresh.at(-1 - last)) last++;
  const middle = { old: old.slice(first, old.length - last), fresh: fresh.slice(first, fresh.length - last) };
  let start = offset + lengthOf(old.slice(0, first));
  if (middle.old.length === 0 || middle.fresh.length === 0) return [{ start, ...middle }];
  const maxEditLength = Math.max(20, Math.min(4000, BUDGET / (middle.old.length + middle.fresh.length)));
  const changes = diffArrays([...middle.old], [...middle.fresh], { maxEditLength });
  if (!changes) return [{ start, ...middle }];
  const found: Stretch[] = [];
  let open: { start: number; old: string[]; fresh: string[] } | null = null;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      open = null;
      start += lengthOf(value);
      continue;
    }
    if (!open) found.push((open = { start, old: [], fresh: [] }));
    if (added) open.fresh = [...open.fresh, ...value];
    else {
      open.old = [...open.old, ...value];
      start += lengthOf(value);
    }
  }
  return found;
}

const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Lines that come or go are one edit; lines that change are compared one by one. */
function insideLines({ start, old, fresh }: Stretch): TextEdit[] {
  if (old.length === 0 || fresh.length === 0) return [editOf(start, old.join(''), fresh.join(''))];
  if (old.length !== fresh.length) return [trimmed(start, old.join(''), fresh.join(''))];
  let at = start;
  return old.flatMap((line, i) => {
    const begin = at;
    at += line.length;
    const other = fresh[i] ?? '';
    return line === other
      ? []
      : stretches(line.match(TOKEN) ?? [], other.match(TOKEN) ?? [], begin).map((part) =>
          trimmed(part.start, part.old.join(''), part.fresh.join('')),
        );
  });
}

const editOf = (start: number, old: string, newText: string): TextEdit => ({
  span: { start, end: start + old.length },
  newText,
});

/** The edit without what both texts begin and end with. */
function trimmed(start: number, old: string, fresh: string): TextEdit {
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old.charCodeAt(head) === fresh.charCodeAt(head)) head++;
  while (head > 0 && (cuts(old, head) || cuts(fresh, head))) head--;
  let tail = 0;
  while (tail < most - head && old.charCodeAt(old.length - 1 - tail) === fresh.charCodeAt(fresh.length - 1 - tail))
    tail++;
  while (tail > 0 && (cuts(old, old.length - tail) || cuts(fresh, fresh.length - tail))) tail--;
  return editOf(start + head, old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
}

/** True when a CRLF or a surrogate pair is on both sides of an offset. */
function cuts(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (left === 13 && right === 10) || (left >> 10 === 0x36 && right >> 10 === 0x37);
}
