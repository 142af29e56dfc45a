/** The globs of a `pnpm-workspace.yaml`, or null when it does not parse. */
export async function readPnpmWorkspace(text: string): Promise<readonly string[] | null> {
  const { parseYaml } = await import('../formats/yaml/parse');
  const documents = parseYaml(text);
  if (!documents) return null;
  const pairs = documents.flatMap((one) => (one.kind === 'map' ? one.pairs : []));
  const packages = pairs.find(({ key }) => key.text === 'packages')?.value;
  return packages?.kind === 'list' ? packages.items.flatMap((one) => (one.kind === 'scalar' ? one.text : [])) : [];
}
