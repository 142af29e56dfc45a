/**
 * What Git does with a file: `tracked`: it is in the index; `untracked`: in a repository, but not in its index; `ignored`: a
 * `.gitignore` leaves it out; `none`: in no repository; `unknown`: nobody could tell.
 */
export type Tracking = 'tracked' | 'untracked' | 'ignored' | 'none' | 'unknown';

/** Answers for one file. Neither runs Git. */
export interface TrackingSource {
  /** What is remembered: a keystroke reads no file. */
  now(): Tracking;
  /** Reads what it takes. Never rejects. */
  find(): Promise<Tracking>;
}
