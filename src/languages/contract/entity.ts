/** What a name stands for outside the file: an export (and its members) of a package. */
export interface Entity {
  readonly package: string;
  /** `['BlobServiceClient', 'fromConnectionString']`; empty for the package itself. */
  readonly path: readonly string[];
  /** Where a language's namespaces are not its packages: the one that holds the export. */
  readonly namespace?: string;
}
