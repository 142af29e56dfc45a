import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import type { CodeFile } from '../../languages/contract/file';
import type { Argument } from '../../languages/contract/node';
import { restName } from '../../languages/compile';
import type { Match } from '../../languages/match';

/** The arguments of the code that an argument of a pattern's left side matched. */
export type Behind = (argument: Argument) => readonly Argument[];

/** An argument of the right side that the code does not have yet. */
export type Change =
  | {
      readonly wanted: Argument;
      /** What it takes the place of: in the pattern, and in the code. */
      readonly replaces: { readonly pattern: Argument; readonly code: Argument };
    }
  | {
      readonly wanted: Argument;
      readonly replaces: null;
      /** The argument of the code that it follows; undefined at the start. */
      readonly after: Argument | undefined;
    };

/** @param code the code's arguments in the order of the pattern's */
export function argumentsBehind(left: readonly Argument[], code: readonly Argument[], match: Match): Behind {
  const behind = new Map<Argument, readonly Argument[]>();
  let at = 0;
  for (const argument of left) {
    const rest = restName(argument);
    const count = rest ? (match.rests.get(rest)?.length ?? 0) : 1;
    behind.set(argument, code.slice(at, at + count));
    at += count;
  }
  return (argument) => behind.get(argument) ?? [];
}

/** What becomes of a list: arguments that change or come, and arguments of the code that go. */
export function changesOf(
  left: readonly Argument[],
  right: readonly Argument[],
  behind: Behind,
  isShared: (left: Argument, right: Argument) => boolean,
): { readonly changes: readonly Change[]; readonly gone: readonly Argument[] } {
  const changes: Change[] = [];
  const gone: Argument[] = [];
  let last: Argument | undefined;
  let next = 0;
  for (const wanted of right) {
    const shared = left.findIndex((one, i) => i >= next && isShared(one, wanted));
    if (shared >= 0) {
      gone.push(...left.slice(next, shared).flatMap(behind));
      last =
        left
          .slice(shared, shared + 1)
          .flatMap(behind)
          .at(-1) ?? last;
      next = shared + 1;
      continue;
    }
    const pattern = left[next];
    const [code] = pattern ? behind(pattern) : [];
    const staysLater = pattern && right.some((one) => isShared(pattern, one));
    if (pattern && code && !staysLater && restName(pattern) === null) {
      changes.push({ wanted, replaces: { pattern, code } });
      last = code;
      next++;
    } else changes.push({ wanted, replaces: null, after: last });
  }
  gone.push(...left.slice(next).flatMap(behind));
  return { changes, gone };
}

/** The code's properties in the order of the pattern's, which may differ. */
export const inPatternOrder = (
  patterns: readonly Argument[],
  props: readonly Argument[],
  match: Match,
): readonly Argument[] =>
  patterns.flatMap((pattern) => {
    const rest = restName(pattern);
    return rest ? (match.rests.get(rest) ?? []) : props.filter((prop) => prop.name === pattern.name);
  });

/**
 * Puts an argument after another one, or first, with the list's line breaks.
 * @param inOrder the code's arguments by their places
 * @param opening the offset after the bracket
 */
export function insertion(
  after: Argument | undefined,
  inOrder: readonly Argument[],
  opening: number,
  newText: string,
  { text, dialect }: CodeFile,
): TextEdit {
  if (after) {
    const line = breakBefore(after, text);
    const comma = /^[ \t]*,/.exec(text.slice(after.end))?.[0] ?? '';
    const comment = dialect.commentAfter(text, after.end + comma.length);
    // A comment at the end of the line speaks of the argument before it.
    if (line !== null && comment !== '') {
      const span = { start: after.end, end: after.end + comma.length + comment.length };
      return { span, newText: `,${comment}${line}${newText}${comma === '' ? '' : ','}` };
    }
    return at(after.end, `,${line ?? ' '}${newText}`);
  }
  const [next] = inOrder;
  if (!next) return at(opening, newText);
  const indent = /\r?\n[ \t]*$/.exec(text.slice(opening, next.start))?.[0] ?? ' ';
  return at(next.start, `${newText},${indent}`);
}

/** The line end and indentation before an argument that starts its line. */
function breakBefore({ start }: Argument, text: string): string | null {
  const line = text.lastIndexOf('\n', start - 1);
  if (line < 0 || text.slice(line, start).trim() !== '') return null;
  return text.slice(text[line - 1] === '\r' ? line - 1 : line, start);
}

const at = (place: number, newText: string): TextEdit => ({ span: { start: place, end: place }, newText });

/** Arguments, or other items of a list, with the commas that go when they do: each run as one edit, so that edits never overlap. */
export function removals(inOrder: readonly Span[], gone: readonly Span[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < inOrder.length; first++) {
    let last = first;
    for (let one = inOrder[last]; one && gone.includes(one); one = inOrder[last]) last++;
    const [start, end] = [inOrder[first], inOrder[last - 1]];
    if (last === first || !start || !end) continue;
    const [previous, next] = [inOrder[first - 1], inOrder[last]];
    edits.push({
      span: previous ? { start: previous.end, end: end.end } : { start: start.start, end: next?.start ?? end.end },
      newText: '',
    });
    first = last;
  }
  return edits;
}
