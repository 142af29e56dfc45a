export interface PythonProject {
  readonly name: string | null;
  /** Names of packages, as PEP 503 normalises them. */
  readonly dependencies: readonly string[];
  /** Folders of other projects, as written: path sources of uv, path dependencies of Poetry. */
  readonly references: readonly string[];
  /** Globs of a uv workspace. */
  readonly members: readonly string[];
}

type Toml = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Toml => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isTable(inner) && Object.hasOwn(inner, key) ? inner[key] : null), value);
const entries = (value: unknown): [string, unknown][] => (isTable(value) ? Object.entries(value) : []);
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** The name of a package as PEP 503 writes it: `Azure_Identity` is `azure-identity`. */
export const normalisedName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** The package that a requirement names: `azure-identity[aio]>=1.0; python_version > "3.8"`. */
export const requirementName = (line: string): string | null => {
  const name = /^\s{0,50}([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)/.exec(line)?.[1];
  return name === undefined ? null : normalisedName(name);
};

/** A `pyproject.toml`, or null when it does not parse. */
export async function readPyproject(text: string): Promise<PythonProject | null> {
  const { parseTOML, getStaticTOMLValue } = await import('toml-eslint-parser');
  let toml: unknown;
  try {
    toml = getStaticTOMLValue(parseTOML(text));
  } catch {
    return null;
  }
  const groups = [
    ...entries(at(toml, 'project', 'optional-dependencies')),
    ...entries(at(toml, 'dependency-groups')),
  ].flatMap(([, list]) => strings(list));
  const poetry = at(toml, 'tool', 'poetry');
  const poetryGroups = [
    at(poetry, 'dependencies'),
    at(poetry, 'dev-dependencies'),
    ...entries(at(poetry, 'group')).map(([, group]) => at(group, 'dependencies')),
  ].flatMap(entries);
  const sources = entries(at(toml, 'tool', 'uv', 'sources'));
  const named = at(toml, 'project', 'name') ?? at(poetry, 'name');
  const folders = [...poetryGroups, ...sources].flatMap(([, source]) => {
    const path = at(source, 'path');
    return typeof path === 'string' ? [path] : [];
  });
  return {
    name: typeof named === 'string' ? normalisedName(named) : null,
    dependencies: [
      ...[...strings(at(toml, 'project', 'dependencies')), ...groups].flatMap((line) => requirementName(line) ?? []),
      ...poetryGroups.map(([name]) => normalisedName(name)),
    ],
    references: folders,
    members: strings(at(toml, 'tool', 'uv', 'workspace', 'members')),
  };
}
