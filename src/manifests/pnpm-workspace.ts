/** The globs of a `pnpm-workspace.yaml`, or null when it does not parse. */
export async function readPnpmWorkspace(text: string): Promise<readonly string[] | null> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  // An alias that would grow without bound is refused by the library.
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const packages: unknown = typeof value === 'object' && value !== null && 'packages' in value ? value.packages : null;
  return Array.isArray(packages) ? packages.filter((one): one is string => typeof one === 'string') : [];
}
