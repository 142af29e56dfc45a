import type { Tracking } from '../../src/core/tracking';
import { RISKS } from '../../src/detect/risk';
import { table } from './markdown';

const COLUMNS: readonly (readonly [Tracking, string])[] = [
  ['tracked', 'tracked by Git'],
  ['untracked', 'not tracked yet'],
  ['none', 'in no repository, or not known'],
  ['ignored', 'ignored by Git'],
];

/** The README's table of severities, from the one that scans use. */
export const risksTable = (): string =>
  table(
    ['The secret in a file', ...COLUMNS.map(([, title]) => title)],
    RISKS.map(({ what, severities }) => [what, ...COLUMNS.map(([place]) => severities[place])]),
  );
