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

/** True for a file that names the packages of code. */
export const isManifest = (name: string): boolean =>
  MANIFESTS.some(({ files }) => files.some((file) => file.test(name)));

/** Settings files whose place is beside the code or above it. Usually ignored by git, and looked at all the same. */
export const isSettingsFile = (name: string): boolean =>
  /^\.env/i.test(name) || /\.env$/i.test(name) || /^(?:local\.settings|appsettings[\w.-]*)\.json$/i.test(name);

/** Text that may read a setting: code, scripts, build files, deployment descriptions. Not prose, not lock files. */
export const mayReadSettings = (name: string): boolean =>
  (READERS.test(name) || /^(?:Dockerfile|Makefile|Procfile|Jenkinsfile)/i.test(name)) && !LOCKS.test(name);

const READERS =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|cs|fs|vb|razor|cshtml|py|ipynb|java|kts?|scala|groovy|gradle|go|rs|php|rb|swift|sh|bash|zsh|ps1|psm1|cmd|bat|ya?ml|jsonc?|toml|ini|properties|xml|config|csproj|props|tf|tfvars|hcl|bicep|bicepparam|http)$/i;
const LOCKS = /(?:^package-lock|^npm-shrinkwrap|^pnpm-lock|[.-]lock)\.(?:json|ya?ml)$/i;
