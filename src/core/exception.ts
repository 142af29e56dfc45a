/**
 * A finding somebody decided to leave, written in `.secretless.json` because its file has no comments. Like a directive it
 * names what it silences, says why, and may end.
 */
export interface Exception {
  /** A rule (`hardcoded/storage-sas`) or a family (`hardcoded`). */
  readonly rule: string;
  /** Only the finding of this fingerprint; null for all of the rule in the file. */
  readonly fingerprint: string | null;
  /** For people; never empty. */
  readonly reason: string;
  /** ISO date; after it the exception no longer counts. Null: it has no end. */
  readonly until: string | null;
}

export const excepts = (
  exceptions: readonly Exception[],
  { rule, fingerprint }: { readonly rule: string; readonly fingerprint: string },
  today: string,
): boolean =>
  exceptions.some(
    (one) =>
      (one.rule === rule || one.rule === rule.split('/', 1)[0]) &&
      (one.fingerprint === null || one.fingerprint === fingerprint) &&
      (one.until === null || today <= one.until),
  );
