import { baseName } from '../core/document';
import { isJsonObject, jsonKeys, jsonString, setJson } from '../formats/json';
import type { Manifest } from './manifest';
import { VERSIONS } from './npm-versions';

/** `package.json`: packages are added to `dependencies`, where they are not anywhere yet. */
export const packageJson: Manifest = {
  isManifest: (path) => baseName(path) === 'package.json',
  add(text, packageName) {
    const version = versionFor(packageName, text);
    if (!isJsonObject(text) || version === undefined) return null;
    const present = ['dependencies', 'peerDependencies', 'optionalDependencies'].some((group) =>
      jsonKeys(text, [group])?.includes(packageName),
    );
    return present ? [] : setJson(text, ['dependencies', packageName], `^${version}`);
  },
  version(text, packageName) {
    for (const group of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
      const range = jsonString(text, [group, packageName]);
      // `^1.2`, `~1.2.3`, `>=1 <3`, `npm:name@1.2.3`: the first number is the lowest.
      if (range !== null) return /(?:^|[\^~>=v@\s])(\d{1,20}(?:\.\d{1,20}){0,2})/.exec(range)?.[1] ?? null;
    }
    return null;
  },
};

/** The version to add: an older one where the project's Node.js or TypeScript cannot take the newest. */
function versionFor(name: string, text: string): string | undefined {
  const newest = VERSIONS[name];
  const fitting = newest === undefined ? undefined : OLDER[name]?.find(({ fits }) => fits(needsOf(text)));
  return fitting?.version ?? newest;
}

/** The lowest major versions that a project runs on; infinite where it does not say. */
interface Needs {
  readonly node: number;
  readonly typescript: number;
  readonly has: (name: string) => boolean;
}

function needsOf(text: string): Needs {
  const lowest = (range: string | null): number => Number(/\d+/.exec(range ?? '')?.[0] ?? Number.POSITIVE_INFINITY);
  const groups = ['dependencies', 'devDependencies', 'peerDependencies'];
  const of = (name: string) =>
    groups.map((group) => jsonString(text, [group, name])).find((range) => range !== null) ?? null;
  return {
    node: lowest(jsonString(text, ['engines', 'node'])),
    typescript: lowest(of('typescript')),
    has: (name) => of(name) !== null,
  };
}

/** Versions for projects that the newest one does not fit, the first that fits counts. */
const OLDER: Readonly<
  Record<string, readonly { readonly version: string; readonly fits: (needs: Needs) => boolean }[]>
> = {
  '@azure/identity': [
    // Node.js 14; its typings are plain. It has no getBearerTokenProvider, which clients of OpenAI need.
    { version: '3.4.2', fits: ({ node, typescript, has }) => (node < 18 || typescript < 5) && !has('openai') },
    { version: '4.5.0', fits: ({ node }) => node < 20 },
  ],
};

/** What a `package.json` says of its package. */
export interface NpmPackage {
  readonly name: string | null;
  /** Of every group (`dependencies`, `devDependencies`, ...), with the range asked for. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** Globs of folders, as npm, Yarn and Bun read them. */
  readonly workspaces: readonly string[];
  /** `main`, `module` and `browser`, where they are paths. */
  readonly entries: readonly string[];
  readonly scripts: ReadonlyMap<string, string>;
  /** It says what of it goes to a registry, or what its users see, and is not private. */
  readonly isPublished: boolean;
}

const GROUPS = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Of use to nobody but the users of a package. `main` and a version are in every new file. */
const PUBLISHED = ['publishConfig', 'files', 'exports', 'types', 'typings'] as const;

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringsIn = (value: unknown): [string, string][] =>
  Object.entries(isObject(value) ? value : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );

const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A text as a `package.json`, or null when it is none or does not parse. */
export function readPackageJson(text: string): NpmPackage | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(json)) return null;
  const { name, workspaces } = json;
  return {
    name: typeof name === 'string' ? name : null,
    dependencies: new Map(GROUPS.flatMap((group) => stringsIn(json[group]))),
    workspaces: listed(isObject(workspaces) ? workspaces['packages'] : workspaces),
    entries: ['main', 'module', 'browser', 'source'].flatMap((key) => {
      const entry = json[key];
      return typeof entry === 'string' ? [entry] : [];
    }),
    scripts: new Map(stringsIn(json['scripts'])),
    isPublished: json['private'] !== true && PUBLISHED.some((key) => json[key] !== undefined),
  };
}
