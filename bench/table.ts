/** One measured figure: what, how long in milliseconds (median), over how many runs, and the bar it must hold. */
export interface Row {
  readonly what: string;
  readonly median: number;
  readonly runs: number;
  /** Milliseconds; null where there is none. */
  readonly bar: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Times a task after some runs that do not count. What `prepare` does before each run does not count either. */
export async function time<T>(
  what: string,
  bar: number | null,
  runs: number,
  task: (prepared: T) => unknown,
  prepare: () => Promise<T> = () => Promise.resolve(undefined as T),
): Promise<Row> {
  for (let i = 0; i < Math.min(20, runs); i++) await task(await prepare());
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const prepared = await prepare();
    const start = performance.now();
    await task(prepared);
    taken.push(performance.now() - start);
  }
  return { what, median: median(taken), runs, bar };
}

const held = ({ median: value, bar }: Row): string => (bar === null ? '' : value <= bar ? 'held' : 'MISSED');

/** A Markdown table, also readable as it is. */
export function markdown(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    row.median < 10 ? row.median.toFixed(2) : row.median.toFixed(1),
    String(row.runs),
    row.bar === null ? '' : `<= ${String(row.bar)}`,
    held(row),
  ]);
  return [['what', 'median, ms', 'runs', 'bar, ms', ''], ['---', '---:', '---:', '---:', '---'], ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');
}
