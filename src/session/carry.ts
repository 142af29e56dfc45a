import { firstIndex } from '../core/first-index';
import type { Finding } from '../core/finding';
import { overlaps } from '../core/span';
import type { Span } from '../core/span';

/** One replacement, as VS Code reports it; offsets refer to the text before the change. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/** A finding on screen. `textual`: the keystroke's scan of the text finds it too, so that scan also says when it is gone. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly textual: boolean;
}

/** Changes in order of their places, and by how much the text has grown up to each of them. */
interface OrderedChanges {
  readonly changes: readonly Change[];
  /** One more than there are changes: the first is 0. */
  readonly grown: readonly number[];
}

function ordered(changes: readonly Change[]): OrderedChanges {
  const inOrder = [...changes].sort((a, b) => a.rangeOffset - b.rangeOffset);
  const grown = [0];
  for (const { text, rangeLength } of inOrder) grown.push((grown.at(-1) ?? 0) + text.length - rangeLength);
  return { changes: inOrder, grown };
}

/** Where a span is after changes; null when a change swallowed it. */
export const moveSpan = (span: Span, changes: readonly Change[]): Span | null => movedBy(span, ordered(changes));

function movedBy(span: Span, { changes, grown }: OrderedChanges): Span | null {
  let { start, end } = span;
  // From the end backwards, so that no change moves another one's place.
  for (let i = firstIndex(changes, ({ rangeOffset }) => rangeOffset >= end) - 1; i >= 0; i--) {
    const { rangeOffset: from, rangeLength, text } = changes[i] as Change;
    const to = from + rangeLength;
    const more = text.length - rangeLength;
    if (to <= start) {
      // And so are all before it: a file that is formatted changes in as many places as it has findings.
      const before = grown[i + 1] ?? 0;
      return { start: start + before, end: end + before };
    }
    if (from <= start && to >= end) return null;
    if (from <= start) {
      start = from + text.length;
      end += more;
    } else {
      end = to >= end ? from : end + more;
    }
  }
  return { start, end };
}

/** Moves what is shown across changes. A hardcoded value that was touched is gone until a scan finds it again. */
export function carry(shown: readonly ShownFinding[], changes: readonly Change[]): ShownFinding[] {
  const inOrder = ordered(changes);
  return shown.flatMap((one) => {
    const span = movedBy(one.finding.span, inOrder);
    if (span === null) return [];
    const touched = span.end - span.start !== one.finding.span.end - one.finding.span.start;
    if (touched && !one.textual && one.finding.rule.startsWith('hardcoded/')) return [];
    return [{ ...one, finding: { ...one.finding, span } }];
  });
}

/**
 * What to show right after a keystroke: what was there and still is. A textual finding stays with the span it has now
 * or goes at once; what only the full scan can tell stays until that has run; what is new waits for the pause.
 */
export function reconcile(carried: readonly ShownFinding[], found: readonly Finding[]): ShownFinding[] {
  const sameIn = finder(found);
  return carried.flatMap((one) => {
    if (!one.textual) return [one];
    const now = sameIn(one.finding);
    if (!now) return [];
    const { span, message, severity } = now;
    return [{ textual: true, finding: { ...one.finding, span, message, severity } }];
  });
}

/** What to show at the pause, before the full scan has an answer: everything the text says, and what was there. */
export function reveal(carried: readonly ShownFinding[], found: readonly Finding[]): ShownFinding[] {
  const kept = reconcile(carried, found);
  const sameIn = finder(kept.map(({ finding }) => finding));
  const fresh = found.filter((finding) => !sameIn(finding));
  return [...kept, ...fresh.map((finding) => ({ finding, textual: true }))];
}

/** The full scan's answer, with the mark which of it the scan of the text finds too. */
export function settle(full: readonly Finding[], inText: readonly Finding[]): ShownFinding[] {
  const sameIn = finder(inText);
  return full.map((finding) => ({ finding, textual: sameIn(finding) !== null }));
}

/** Looks for the first of some findings, by place, that has a finding's rule and overlaps it; null where there is none. */
function finder(findings: readonly Finding[]): (one: Finding) => Finding | null {
  const byRule = new Map<string, { readonly finding: Finding; furthest: number }[]>();
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start)) {
    const list = byRule.get(finding.rule) ?? [];
    // No finding up to here ends after it: this rises along the list, so that the list can be halved.
    list.push({ finding, furthest: Math.max(list.at(-1)?.furthest ?? 0, finding.span.end) });
    byRule.set(finding.rule, list);
  }
  return ({ rule, span }) => {
    const list = byRule.get(rule) ?? [];
    const first = list[firstIndex(list, ({ furthest }) => furthest > span.start)]?.finding;
    return first && overlaps(first.span, span) ? first : null;
  };
}
