/** What a name means outside the file: an export, or a member of one. */
export interface Entity {
  /** What a project depends on to have it: a package of npm or NuGet. Empty for a file of the project itself. */
  readonly distribution: string;
  /** Where code says that it takes it from: a module specifier, a namespace. */
  readonly module: string;
  /** `['BlobServiceClient', 'fromConnectionString']`; empty for the module itself. */
  readonly path: readonly string[];
}
