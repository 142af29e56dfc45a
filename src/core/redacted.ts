/**
 * A secret value that cannot be printed: converting it to a string, to JSON or through `util.inspect` yields
 * `[redacted]`. Only the detector and the endpoint derivation call {@link Redacted.reveal}; nothing a person, a log, a
 * file or another process can see may be built from what it returns.
 */
export class Redacted {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Never let it leave the function that asked for it. */
  reveal(): string {
    return this.#value;
  }

  /** True for exactly this value. */
  is(text: string): boolean {
    return this.#value === text;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[redacted]';
  }
}
