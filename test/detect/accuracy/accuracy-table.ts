import type { Candidate } from '../../../src/detect/candidate';
import type { Vector } from './positives';

export interface Row {
  kind: string;
  vectors: number;
  found: number;
  exact: number;
  rightKind: number;
}

export interface Outcome {
  readonly vector: Vector;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly extra: readonly string[];
}

/** Measures candidates against the labels of vectors: a hit overlaps the value. */
export function measure(vectors: readonly Vector[], detect: (vector: Vector) => readonly Candidate[]) {
  const rows = new Map<string, Row>();
  const outcomes: Outcome[] = [];
  for (const vector of vectors) {
    const candidates = [...detect(vector)];
    const [missed, wrong, extra]: [string[], string[], string[]] = [[], [], []];
    for (const { kind, value } of vector.expected) {
      const row = rows.get(kind) ?? { kind, vectors: 0, found: 0, exact: 0, rightKind: 0 };
      rows.set(kind, row);
      row.vectors++;
      const start = vector.text.indexOf(value);
      const hits = candidates.filter(({ span }) => span.start < start + value.length && start < span.end);
      const [hit] = hits;
      if (hit === undefined) {
        missed.push(kind);
        continue;
      }
      row.found++;
      if (hits.length === 1 && hit.span.start === start && hit.span.end === start + value.length) row.exact++;
      else wrong.push(`${kind}: range`);
      if (hits.some((each) => each.kind === kind)) row.rightKind++;
      else wrong.push(`${kind}: called ${hit.kind}`);
      for (const each of hits) candidates.splice(candidates.indexOf(each), 1);
    }
    for (const { kind, span } of candidates) extra.push(`${kind} at ${span.start}`);
    outcomes.push({ vector, missed, wrong, extra });
  }
  return { rows: [...rows.values()].sort((a, b) => a.kind.localeCompare(b.kind)), outcomes };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

/** The report by kind, as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const total = { kind: 'all', vectors: 0, found: 0, exact: 0, rightKind: 0 };
  for (const row of rows) {
    for (const count of ['vectors', 'found', 'exact', 'rightKind'] as const) total[count] += row[count];
  }
  return [
    '| kind | vectors | recall | exact range | right kind |',
    '|---|---|---|---|---|',
    ...[...rows, total].map(
      ({ kind, vectors, found, exact, rightKind }) =>
        `| ${kind} | ${vectors} | ${percent(found, vectors)} | ${percent(exact, found)} | ${percent(rightKind, found)} |`,
    ),
  ].join('\n');
}
