/** One alternative of a list, and why it is in it. */
export type Row = readonly [expression: RegExp, why: string];

/** One expression for a table of alternatives, with the flags of the first. */
export const anyOf = (rows: readonly Row[]): RegExp =>
  new RegExp(rows.map(([{ source }]) => source).join('|'), rows[0]?.[0].flags);
