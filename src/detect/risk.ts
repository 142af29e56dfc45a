import type { Severity } from '../core/finding';
import type { Tracking } from '../core/tracking';

/**
 * How far a secret in a file reaches. `wide`: all that an account, an app or a person may do, or for more than a year;
 * `narrow`: reading one thing, for a time; `expired`: nothing any more.
 */
export type Reach = 'wide' | 'narrow' | 'expired';

interface Risk {
  readonly reach: Reach;
  /** For the docs. */
  readonly what: string;
  readonly severities: Readonly<Record<Tracking, Severity>>;
}

/** The severity of a secret in a file: by what it opens, and by who gets the file. The docs show this table. */
export const RISKS: readonly Risk[] = [
  {
    reach: 'wide',
    what: 'Account keys, connection strings, passwords, client secrets, tokens; a SAS that can write, is for a whole account, or is valid for more than a year',
    severities: {
      tracked: 'error',
      untracked: 'warning',
      none: 'warning',
      unknown: 'warning',
      ignored: 'information',
    },
  },
  {
    reach: 'narrow',
    what: 'A SAS that can only read or list one container, blob, share, file, queue or table, for a year at most',
    severities: {
      tracked: 'warning',
      untracked: 'information',
      none: 'information',
      unknown: 'information',
      ignored: 'information',
    },
  },
  {
    reach: 'expired',
    what: 'A SAS that has expired (the earlier of `se` and `ske`), or an access token that has',
    severities: { tracked: 'hint', untracked: 'hint', none: 'hint', unknown: 'hint', ignored: 'hint' },
  },
];

/** Severities by reach. */
const BY_REACH = new Map(RISKS.map(({ reach, severities }) => [reach, severities]));

export const severityOf = (reach: Reach, tracking: Tracking): Severity => BY_REACH.get(reach)?.[tracking] ?? 'warning';
