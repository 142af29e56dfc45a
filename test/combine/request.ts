/** What is to be made and checked. */
export interface Request {
  /** How many programs of the language. */
  readonly count: number;
  readonly seed: number;
  /** Where broken programs are written to, or null. The values in them are made up. */
  readonly keep: string | null;
}
