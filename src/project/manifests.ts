import { baseName } from '../core/document';
import { formats } from '../formats/index';

/** Languages that share their manifests. `other`: a project whose manifest only says that it is one. */
export type Ecosystem = 'javascript' | 'dotnet' | 'python' | 'java' | 'go' | 'other';

interface EcosystemFiles {
  readonly ecosystem: Ecosystem;
  /** Code whose packages are named in {@link packages}. */
  readonly code: RegExp;
  /** More files that belong to such projects only. */
  readonly own: RegExp | null;
  /** Names of files that make their folder a project. */
  readonly project: RegExp;
  /** Names of files that name packages, the nearest of each. */
  readonly packages: readonly RegExp[];
}

/** By ecosystem, the files that belong to it. A new language whose manifests are not here yet is one row more. */
const ECOSYSTEMS: readonly EcosystemFiles[] = [
  {
    ecosystem: 'javascript',
    code: /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i,
    own: /^tsconfig[\w.-]*\.json$/i,
    project: /^package\.json$/,
    packages: [/^package\.json$/],
  },
  {
    ecosystem: 'dotnet',
    code: /\.(?:cs|razor|cshtml)$/i,
    own: /\.(?:csx|fs|vb|xaml|props|targets)$|^(?:appsettings[\w.-]{0,100}|launchSettings)\.json$/i,
    project: /\.(?:cs|fs|vb)proj$/i,
    packages: [/\.csproj$/i, /^Directory\.Packages\.props$/i],
  },
  {
    ecosystem: 'python',
    code: /\.(?:py|ipynb)$/i,
    own: /\.pyi$/i,
    project: /^(?:requirements[\w.-]{0,100}\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/,
    packages: [/^requirements[\w.-]*\.txt$/i, /^pyproject\.toml$/, /^Pipfile$/, /^setup\.(?:py|cfg)$/],
  },
  {
    ecosystem: 'java',
    code: /\.(?:java|kts?)$/i,
    own: /\.(?:scala|groovy|gradle)$|^application(?:-[\w-]{1,100})?\.(?:properties|ya?ml)$/i,
    project: /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/,
    packages: [/^pom\.xml$/, /^build\.gradle(?:\.kts)?$/, /^libs\.versions\.toml$/],
  },
  { ecosystem: 'go', code: /\.go$/i, own: /^go\.(?:sum|work)$/i, project: /^go\.mod$/, packages: [/^go\.mod$/] },
  {
    ecosystem: 'other',
    code: /\.(?:rs|php|rb|exs?|dart)$/i,
    own: null,
    project: /^(?:Cargo\.toml|composer\.json|Gemfile|mix\.exs|pubspec\.yaml)$/,
    packages: [],
  },
];

/** Names of the manifests that a file of code may have its packages from, the nearest of each. */
export const packageFilesOf = (path: string): readonly RegExp[] =>
  ECOSYSTEMS.filter(({ code }) => code.test(path)).flatMap(({ packages }) => packages);

/** The ecosystem whose project a file of this name makes its folder, or null. */
export const manifestKind = (name: string): Ecosystem | null =>
  ECOSYSTEMS.find(({ project }) => project.test(name))?.ecosystem ?? null;

/** The ecosystem that a file is part of by its name, or null where any may use it: `.env`, YAML, shell. */
export function ecosystemOf(path: string): Ecosystem | null {
  const name = baseName(path);
  return (
    manifestKind(name) ??
    ECOSYSTEMS.find(({ code, own }) => code.test(name) || own?.test(name) === true)?.ecosystem ??
    null
  );
}

/** Files beside the manifests that say where code belongs or runs: when one changes, projects are read again. */
export const describesProjects = (name: string): boolean =>
  manifestKind(name) !== null ||
  /^(?:Directory\.(?:Build|Packages)\.props|pnpm-workspace\.yaml|tsconfig[\w.-]{0,100}\.json|settings\.gradle(?:\.kts)?|go\.work|wrangler\.(?:toml|jsonc?)|host\.json|AndroidManifest\.xml|index\.html|(?:vite|webpack)\.config\.[cm]?[jt]s|ProjectVersion\.txt)$/i.test(
    name,
  );

/** True for a file that names the packages of code. */
export const isManifest = (name: string): boolean =>
  ECOSYSTEMS.some(({ packages }) => packages.some((file) => file.test(name)));

/** Settings files that a migration edits, beside the code or above it. Usually ignored by git, and looked at all the same. */
export const isSettingsFile = (name: string): boolean =>
  formats.some((format) => format.handles(name)) || /^\.env|\.env$|^appsettings[\w.-]{0,100}\.json$/i.test(name);

/** Text that may read a setting: code, scripts, build files, deployment descriptions. Not prose, not lock files. */
export const mayReadSettings = (name: string): boolean =>
  (READERS.test(name) || /^(?:Dockerfile|Makefile|Procfile|Jenkinsfile)/i.test(name)) && !LOCKS.test(name);

/** Text for people: it names settings, and reads none. */
export const isProse = (name: string): boolean => /\.(?:mdx?|markdown|rst|adoc|txt)$/i.test(name);

const READERS =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|cs|csx|fs|vb|razor|cshtml|py|ipynb|java|kts?|scala|groovy|gradle|go|rs|php|rb|swift|dart|exs?|sh|bash|zsh|fish|ps1|psm1|psd1|cmd|bat|ya?ml|jsonc?|json5|toml|ini|cfg|conf|properties|xml|config|csproj|fsproj|vbproj|props|targets|tf|tfvars|hcl|bicep|bicepparam|http|rest|tpl|j2|dockerfile|nix|mk)$/i;
const LOCKS = /(?:^package-lock|^npm-shrinkwrap|^pnpm-lock|[.-]lock)\.(?:json|ya?ml)$/i;
