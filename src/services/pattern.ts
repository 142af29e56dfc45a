/** Asked about the code of a match. It may be as long as a file: linear expressions, or code. */
export interface CodeTest {
  test(code: string): boolean;
}

/**
 * Code patterns: what code looks like with a secret, and without. Written in the language itself, with `$NAME` for one
 * expression and `...$REST` for the remaining arguments, properties or builder links.
 * `languages/metavariables.ts` lists them: what each stands for, and whether it holds the secret or must be a string. Any other
 * name is any expression; on both sides it stays as it is.
 *
 * On a right side strings are in double quotes; `as const` after one keeps its type where the code puts it into a
 * variable. A class whose name ends in `Credential` may come from any package: the SDKs share them.
 */
export interface Rewrite {
  readonly kind: 'rewrite';
  readonly from: string;
  readonly to: string;
  /** Names that `$CLASS` may stand for. */
  readonly for: readonly string[];
  /** The pattern is tried only where the code of the match (the call and what its variables are set to) fits. */
  readonly when?: CodeTest;
  /** The setting that the client reads its secret from by itself, where the code has none. */
  readonly reads?: string;
  /** The call in whose arguments the code must be: `WithOptions`, around `o.ConnectionString = $CONNECTION`. */
  readonly within?: string;
  /** Names on the right side that another package exports; the empty string means that the language has them. */
  readonly names: Readonly<Record<string, string>>;
  /** A call that must be beside this one, once: `$BUILDER.UseCredential($CREDENTIAL)`. */
  readonly extraCall?: string;
}

/** A use that no edit can help: the finding carries `reason`, a key of `migrate/refusals`. */
export interface Refuse {
  readonly kind: 'refuse';
  readonly from: string;
  readonly reason: string;
  /** What to write by hand, in the package's own form: code of the language, shown with the reason `own-way`. */
  readonly instead?: string;
  readonly for: readonly string[];
  readonly when?: CodeTest;
  readonly reads?: string;
  readonly within?: string;
}

export type ClientPattern = Rewrite | Refuse;

/** The patterns of one package. Names in them resolve to exports of that package through the file's imports. */
export interface Sdk {
  /** Package as the manifest names it: `@azure/storage-blob`, `Azure.Storage.Blobs`; empty for what the language has itself. */
  readonly package: string;
  readonly patterns: readonly ClientPattern[];
  /** The first version that has what the right sides need, where older ones are still in use: `5.0.0`. */
  readonly since?: string;
  /** Words without which no pattern can match, where the package alone says nothing of Azure. */
  readonly words?: readonly string[];
  /** Namespaces of names that do not live under the package's own: `{ BlockBlobClient: 'Azure.Storage.Blobs.Specialized' }`. */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** The package that came after this one: said where a use is refused as `legacy-sdk`. */
  readonly successor?: string;
}

interface Options {
  readonly for?: readonly string[];
  readonly when?: CodeTest;
  readonly reads?: string;
  readonly within?: string;
}

interface RewriteOptions extends Options {
  readonly names?: Readonly<Record<string, string>>;
  readonly extraCall?: string;
}

export const rewrite = (from: string, to: string, options: RewriteOptions = {}): Rewrite => ({
  kind: 'rewrite',
  from,
  to,
  for: options.for ?? [],
  names: options.names ?? {},
  ...(options.when && { when: options.when }),
  ...(options.reads === undefined ? {} : { reads: options.reads }),
  ...(options.within === undefined ? {} : { within: options.within }),
  ...(options.extraCall === undefined ? {} : { extraCall: options.extraCall }),
});

export const refuse = (from: string, reason: string, options: Options = {}): Refuse => ({
  kind: 'refuse',
  from,
  reason,
  for: options.for ?? [],
  ...(options.when && { when: options.when }),
  ...(options.reads === undefined ? {} : { reads: options.reads }),
  ...(options.within === undefined ? {} : { within: options.within }),
});

/**
 * A use that no edit can help because the package takes an identity in a form of its own.
 * @param instead that form: `UseTokenCredential(new DefaultAzureCredential())`.
 */
export const byHand = (from: string, instead: string, options: Options = {}): Refuse => ({
  ...refuse(from, 'own-way', options),
  instead,
});

export const sdk = (
  name: string,
  patterns: readonly ClientPattern[],
  options: Pick<Sdk, 'since' | 'words' | 'namespaces' | 'successor'> = {},
): Sdk => ({
  package: name,
  patterns,
  ...options,
});
