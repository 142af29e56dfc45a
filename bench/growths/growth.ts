/** A kind of input that grows: what of it is there n times, and what is done with it. */
export interface Growth {
  readonly what: string;
  readonly path: string;
  /** The document with `n` of them; where there are several, one after the other is taken. */
  readonly text: (n: number) => string | readonly string[];
  /** The files around the document with `n` of them. */
  readonly files?: (n: number) => Readonly<Record<string, string>>;
  /** What is done: a scan of the document where it is left out. */
  readonly task?: 'scan' | 'plan' | 'keep' | 'type' | ((text: string) => void | Promise<void>);
}

export const times = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('');
