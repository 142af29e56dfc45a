import type { Outcome, Program } from './outcome';

/** What came out for one language under one set of rules. */
export interface Sheet {
  readonly title: string;
  readonly made: number;
  readonly before: number;
  readonly outcomes: readonly Outcome[];
  /** Programs that do not compile, or do not load, after their migration. */
  readonly broken: readonly { readonly program: Program; readonly error: string }[];
}

/** Refusals may be this share of what is found. */
export const MOST_REFUSED = 0.08;

export const foundIn = ({ outcomes }: Sheet): number => outcomes.filter(({ why }) => why !== 'silent').length;
export const migratedIn = ({ outcomes }: Sheet): readonly Outcome[] => outcomes.filter(({ after }) => after !== null);
export const againIn = ({ outcomes }: Sheet): readonly Outcome[] => outcomes.filter(({ again }) => again);

/** The table, and what is wrong, each with the parts of its program. */
export function tellOf(sheets: readonly Sheet[]): string {
  const rows = sheets.map((sheet) => [
    sheet.title,
    ...[
      sheet.made,
      sheet.before,
      foundIn(sheet),
      migratedIn(sheet).length,
      sheet.broken.length,
      againIn(sheet).length,
    ].map(String),
    `${((100 * (foundIn(sheet) - migratedIn(sheet).length)) / Math.max(1, foundIn(sheet))).toFixed(1)} %`,
  ]);
  const head = ['', 'programs', 'compile before', 'found', 'migrated', 'errors after', 'second changes', 'refused'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    ...sheets.flatMap(({ title, broken }) =>
      broken.map(({ program, error }) => `${title}: ${program.name}\n    ${error}`),
    ),
    ...sheets.flatMap((sheet) => againIn(sheet).map(({ program }) => `${sheet.title}: changes again: ${program.name}`)),
    line(head),
    ...rows.map(line),
    ...sheets.flatMap(reasonsOf),
  ].join('\n');
}

function reasonsOf({ title, outcomes }: Sheet): string[] {
  const reasons = new Map<string, string[]>();
  for (const { why, program } of outcomes)
    if (why !== '') reasons.set(why, [...(reasons.get(why) ?? []), program.name]);
  return [...reasons]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([why, [name = '', ...others]]) => `${title}: ${why}: ${String(others.length + 1)}, for instance ${name}`);
}

/** True when nothing broke and nothing changes twice. */
export const areGood = (sheets: readonly Sheet[]): boolean =>
  sheets.every((sheet) => sheet.broken.length === 0 && againIn(sheet).length === 0);

/** True when little enough is refused over all sheets of a language: a bar for a full run, not for a sample of it. */
export function isEnoughMigrated(sheets: readonly Sheet[]): boolean {
  const found = sheets.reduce((sum, sheet) => sum + foundIn(sheet), 0);
  const migrated = sheets.reduce((sum, sheet) => sum + migratedIn(sheet).length, 0);
  return found - migrated <= MOST_REFUSED * found;
}
