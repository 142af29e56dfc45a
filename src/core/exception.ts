import { isMarkOf } from './fingerprint';

/**
 * A finding somebody decided to leave, written in `.secretless.json` because its file has no comments. Like a directive it
 * names what it silences, says why, and may end.
 */
export interface Exception {
  /** A rule (`hardcoded/storage-sas`) or a family (`hardcoded`). */
  readonly rule: string;
  /** Only the finding of this fingerprint; null for all of the rule in the file. */
  readonly fingerprint: string | null;
  /** What tells the value from another one that comes in its place (`valueMark`, salted with the fingerprint); null: any value. */
  readonly value?: string | null;
  /** For people; never empty. */
  readonly reason: string;
  /** ISO date; after it the exception no longer counts. Null: it has no end. */
  readonly until: string | null;
}

export const excepts = (
  exceptions: readonly Exception[],
  { rule, fingerprint, former }: { readonly rule: string; readonly fingerprint: string; readonly former?: string },
  value: string,
  today: string,
): boolean =>
  exceptions.some(
    (one) =>
      (one.rule === rule || one.rule === rule.split('/', 1)[0]) &&
      (one.fingerprint === null || one.fingerprint === fingerprint || one.fingerprint === former) &&
      ((one.value ?? null) === null || isMarkOf(one.value ?? '', one.fingerprint ?? '', value)) &&
      (one.until === null || today <= one.until),
  );
