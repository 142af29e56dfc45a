import { baseName } from '../core/document';

/** The files that name the packages of code, by the code's extension. A new language is one line. */
export const MANIFESTS: readonly { readonly code: RegExp; readonly files: readonly RegExp[] }[] = [
  { code: /\.[cm]?[jt]sx?$|\.(?:vue|svelte|astro)$/i, files: [/^package\.json$/] },
  { code: /\.cs$|\.razor$|\.cshtml$/i, files: [/\.csproj$/i, /^Directory\.Packages\.props$/i] },
  {
    code: /\.py$|\.ipynb$/i,
    files: [/^requirements[\w.-]*\.txt$/i, /^pyproject\.toml$/, /^Pipfile$/, /^setup\.(?:py|cfg)$/],
  },
  { code: /\.java$|\.kts?$/i, files: [/^pom\.xml$/, /^build\.gradle(?:\.kts)?$/, /^libs\.versions\.toml$/] },
  { code: /\.go$/i, files: [/^go\.mod$/] },
];

/** Languages that share their manifests. `other`: a project whose manifest only says that it is one. */
export type Ecosystem = 'javascript' | 'dotnet' | 'python' | 'java' | 'go' | 'other';

const PROJECT_FILES: readonly (readonly [ecosystem: Ecosystem, name: RegExp])[] = [
  ['javascript', /^package\.json$/],
  ['dotnet', /\.(?:cs|fs|vb)proj$/i],
  ['python', /^(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/],
  ['java', /^(?:pom\.xml|build\.gradle(?:\.kts)?)$/],
  ['go', /^go\.mod$/],
  ['other', /^(?:Cargo\.toml|composer\.json|Gemfile|mix\.exs|pubspec\.yaml)$/],
];

const CODE: readonly (readonly [ecosystem: Ecosystem, name: RegExp])[] = [
  ['javascript', /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$|^tsconfig[\w.-]*\.json$/i],
  [
    'dotnet',
    /\.(?:cs|csx|fs|vb|razor|cshtml|xaml|props|targets)$|^appsettings[\w.-]{0,100}\.json$|^launchSettings\.json$/i,
  ],
  ['python', /\.(?:py|pyi|ipynb)$/i],
  ['java', /\.(?:java|kts?|scala|groovy|gradle)$|^application(?:-[\w-]{1,100})?\.(?:properties|ya?ml)$/i],
  ['go', /\.go$|^go\.(?:sum|work)$/i],
  ['other', /\.(?:rs|php|rb|exs?|dart)$/i],
];

/** The ecosystem whose project a file of this name makes its folder, or null. */
export const manifestKind = (name: string): Ecosystem | null =>
  PROJECT_FILES.find(([, names]) => names.test(name))?.[0] ?? null;

/** The ecosystem that a file is part of by its name, or null where any may use it: `.env`, YAML, shell. */
export function ecosystemOf(path: string): Ecosystem | null {
  const name = baseName(path);
  return manifestKind(name) ?? CODE.find(([, names]) => names.test(name))?.[0] ?? null;
}

/** Files beside the manifests that say where code belongs or runs: when one changes, projects are read again. */
export const describesProjects = (name: string): boolean =>
  manifestKind(name) !== null ||
  /^(?:Directory\.(?:Build|Packages)\.props|pnpm-workspace\.yaml|tsconfig[\w.-]{0,100}\.json|settings\.gradle(?:\.kts)?|go\.work|wrangler\.(?:toml|jsonc?)|host\.json|AndroidManifest\.xml|index\.html|(?:vite|webpack)\.config\.[cm]?[jt]s|ProjectVersion\.txt)$/i.test(
    name,
  );

/** True for a file that names the packages of code. */
export const isManifest = (name: string): boolean =>
  MANIFESTS.some(({ files }) => files.some((file) => file.test(name)));

/** Settings files whose place is beside the code or above it. Usually ignored by git, and looked at all the same. */
export const isSettingsFile = (name: string): boolean =>
  /^\.env/i.test(name) || /\.env$/i.test(name) || /^(?:local\.settings|appsettings[\w.-]*)\.json$/i.test(name);

/** Text that may read a setting: code, scripts, build files, deployment descriptions. Not prose, not lock files. */
export const mayReadSettings = (name: string): boolean =>
  (READERS.test(name) || /^(?:Dockerfile|Makefile|Procfile|Jenkinsfile)/i.test(name)) && !LOCKS.test(name);

/** Text for people: it names settings, and reads none. */
export const isProse = (name: string): boolean => /\.(?:mdx?|markdown|rst|adoc|txt)$/i.test(name);

const READERS =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|cs|csx|fs|vb|razor|cshtml|py|ipynb|java|kts?|scala|groovy|gradle|go|rs|php|rb|swift|dart|exs?|sh|bash|zsh|fish|ps1|psm1|psd1|cmd|bat|ya?ml|jsonc?|json5|toml|ini|cfg|conf|properties|xml|config|csproj|fsproj|vbproj|props|targets|tf|tfvars|hcl|bicep|bicepparam|http|rest|tpl|j2|dockerfile|nix|mk)$/i;
const LOCKS = /(?:^package-lock|^npm-shrinkwrap|^pnpm-lock|[.-]lock)\.(?:json|ya?ml)$/i;
