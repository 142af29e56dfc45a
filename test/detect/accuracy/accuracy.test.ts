import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../src/detect/detector';
import { measure, tableOf } from './accuracy-table';
import { handwritten } from './handwritten';
import { positives } from './positives';
import { traps } from './traps';

/** The bars of the design: recall, false alarms, exact range, right kind. */
const BARS = { recall: 0.97, falseAlarms: 0.01, exact: 0.99, rightKind: 0.97 };

const TODAY = '2026-06-01';

describe('accuracy', () => {
  const detector = createDetector([]);
  const detect = ({ path, text }: { path: string; text: string }) =>
    detector.detect({ path, text }, { today: TODAY }).candidates;

  it.each([1, 7, 2026])('holds the bars on the vectors of seed %i', (seed) => {
    const [found, silent] = [measure([...positives(seed), ...handwritten(seed)], detect), measure(traps(seed), detect)];
    const total = (count: 'vectors' | 'found' | 'exact' | 'rightKind'): number =>
      found.rows.reduce((sum, row) => sum + row[count], 0);
    const complaints = [...found.outcomes, ...silent.outcomes].flatMap(({ vector, missed, wrong, extra }) =>
      [...missed.map((kind) => `missed ${kind}`), ...wrong, ...extra].map((what) => `${vector.id}: ${what}`),
    );
    const report = `${tableOf(found.rows)}\n${complaints.join('\n')}`;
    expect(total('vectors'), 'positives').toBeGreaterThanOrEqual(600);
    expect(silent.outcomes.length, 'traps').toBeGreaterThanOrEqual(600);
    expect(total('found') / total('vectors'), `recall\n${report}`).toBeGreaterThanOrEqual(BARS.recall);
    expect(total('exact') / total('found'), `exact\n${report}`).toBeGreaterThanOrEqual(BARS.exact);
    expect(total('rightKind') / total('found'), `kind\n${report}`).toBeGreaterThanOrEqual(BARS.rightKind);
    const alarms = silent.outcomes.filter(({ extra }) => extra.length > 0).length;
    expect(alarms / silent.outcomes.length, `false alarms\n${report}`).toBeLessThanOrEqual(BARS.falseAlarms);
  });

  it('shows every kind in at least four contexts', () => {
    const { rows } = measure(positives(3), detect);
    for (const { kind, vectors } of rows) expect(vectors, kind).toBeGreaterThanOrEqual(4);
  });
});
