/** The globs of a `pnpm-workspace.yaml`, or null when it does not parse. */
export async function readPnpmWorkspace(text: string): Promise<readonly string[] | null> {
  const { parseDocument } = await import('yaml');
  let value: unknown;
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    if (document.errors.length > 0) return null;
    // Aliases that would grow without bound and nesting beyond any stack are errors of the library.
    value = document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
  const packages: unknown = typeof value === 'object' && value !== null && 'packages' in value ? value.packages : null;
  return Array.isArray(packages) ? packages.filter((one): one is string => typeof one === 'string') : [];
}
