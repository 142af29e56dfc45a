import { expect } from 'vitest';
import type { Candidate } from '../../src/detect/candidate';
import { createDetector } from '../../src/detect/detector';

const detector = createDetector([]);

export const TODAY = '2026-06-01';

/** All candidates of a text, after checking what holds for every candidate. */
export function candidatesIn(text: string, path = 'src/app.ts'): Candidate[] {
  const { candidates, skipped } = detector.detect({ path, text }, { today: TODAY });
  expect(skipped).toBeNull();
  let last = 0;
  for (const { span, around } of candidates) {
    expect(span.start).toBeGreaterThanOrEqual(last);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
    last = span.end;
    if (around !== undefined) {
      expect(around.start).toBeLessThanOrEqual(span.start);
      expect(around.end).toBeGreaterThanOrEqual(span.end);
    }
  }
  return candidates;
}

/** `kind value` of every candidate, the value as it is in the text. */
export const detected = (text: string, path?: string): string[] =>
  candidatesIn(text, path).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
