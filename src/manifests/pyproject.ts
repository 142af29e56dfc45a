export interface PythonProject {
  readonly name: string | null;
  /** Names of packages, as PEP 503 normalises them. */
  readonly dependencies: readonly string[];
  /** Folders of other projects, as written: path sources of uv, path dependencies of Poetry. */
  readonly references: readonly string[];
  /** Globs of a uv workspace. */
  readonly members: readonly string[];
}

/** The name of a package as PEP 503 writes it: `Azure_Identity` is `azure-identity`. */
export const normalisedName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** The package that a requirement names: `azure-identity[aio]>=1.0; python_version > "3.8"`. */
export const requirementName = (line: string): string | null => {
  const name = /^\s{0,50}([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)/.exec(line)?.[1];
  return name === undefined ? null : normalisedName(name);
};

/** Tables of Poetry whose keys are packages. */
const POETRY = /^tool\.poetry\.(?:(?:dev-)?dependencies|group\.[^.]{1,200}\.dependencies)\.([^.]{1,200})/;
/** Lists of requirements, by the names that lead to one of them. */
const LISTS =
  /^(?:project\.dependencies|project\.optional-dependencies\.[^.]{1,200}|dependency-groups\.[^.]{1,200})\.\d{1,20}$/;
const FOLDER =
  /^tool\.(?:uv\.sources\.[^.]{1,200}|poetry\.(?:(?:dev-)?dependencies|group\.[^.]{1,200}\.dependencies)\.[^.]{1,200})(?:\.\d{1,20})?\.path$/;

/** A `pyproject.toml`, or null when it does not parse. */
export async function readPyproject(text: string): Promise<PythonProject | null> {
  const { parseToml } = await import('../formats/toml/parse');
  const toml = parseToml(text);
  if (!toml) return null;
  // Names with a dot in them are no names of packages.
  const entries = toml.entries.map(({ path, text: value }) => ({ at: path.join('.'), value }));
  const valuesAt = (where: RegExp): string[] => entries.flatMap(({ at, value }) => (where.test(at) ? value : []));
  const name = entries.find(({ at }) => at === 'project.name' || at === 'tool.poetry.name')?.value;
  const packages = entries.flatMap(({ at }) => POETRY.exec(at)?.[1] ?? []);
  const required = valuesAt(LISTS).flatMap((line) => requirementName(line) ?? []);
  return {
    name: name === undefined ? null : normalisedName(name),
    dependencies: [...new Set([...required, ...packages.map(normalisedName)])],
    references: valuesAt(FOLDER),
    members: valuesAt(/^tool\.uv\.workspace\.members\.\d{1,20}$/),
  };
}
