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

/** Where a span is after changes; null when a change swallowed it. */
export function moveSpan(span: Span, changes: readonly Change[]): Span | null {
  let { start, end } = span;
  // From the end backwards, so that no change moves another one's place.
  for (const { rangeOffset: from, rangeLength, text } of [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
    const to = from + rangeLength;
    const grown = text.length - rangeLength;
    if (from >= end) continue;
    if (to <= start) {
      start += grown;
      end += grown;
    } else if (from <= start && to >= end) {
      return null;
    } else if (from <= start) {
      start = from + text.length;
      end += grown;
    } else {
      end = to >= end ? from : end + grown;
    }
  }
  return { start, end };
}

/** Moves what is shown across changes. A hardcoded value that was touched is gone until a scan finds it again. */
export function carry(shown: readonly ShownFinding[], changes: readonly Change[]): ShownFinding[] {
  return shown.flatMap((one) => {
    const span = moveSpan(one.finding.span, changes);
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
  return carried.flatMap((one) => {
    if (!one.textual) return [one];
    const now = found.find((other) => other.rule === one.finding.rule && overlaps(other.span, one.finding.span));
    if (!now) return [];
    const { span, message, severity } = now;
    return [{ textual: true, finding: { ...one.finding, span, message, severity } }];
  });
}

/** What to show at the pause, before the full scan has an answer: everything the text says, and what was there. */
export function reveal(carried: readonly ShownFinding[], found: readonly Finding[]): ShownFinding[] {
  const kept = reconcile(carried, found);
  const fresh = found.filter((finding) => !kept.some((one) => same(one.finding, finding)));
  return [...kept, ...fresh.map((finding) => ({ finding, textual: true }))];
}

/** The full scan's answer, with the mark which of it the scan of the text finds too. */
export const settle = (full: readonly Finding[], inText: readonly Finding[]): ShownFinding[] =>
  full.map((finding) => ({ finding, textual: inText.some((other) => same(finding, other)) }));

const same = (a: Finding, b: Finding): boolean => a.rule === b.rule && overlaps(a.span, b.span);
