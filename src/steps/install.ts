import { folderOf, baseName } from '../core/document';
import { say } from '../core/message';
import type { Command, Step } from '../core/step';
import { parseCommands, shellWord } from './command';
import type { Install } from './follow-up';

/** What installs the packages of a manifest and writes its lock file. `*-locked`: the same tool with a lock file. */
export type InstallTool =
  | 'npm'
  | 'pnpm'
  | 'yarn'
  | 'bun'
  | 'dotnet'
  | 'dotnet-locked'
  | 'pip'
  | 'pipenv'
  | 'poetry'
  | 'uv'
  | 'maven'
  | 'gradle'
  | 'gradle-locked'
  | 'go';

const COMMANDS: Readonly<Record<InstallTool, readonly string[]>> = {
  npm: ['npm install'],
  pnpm: ['pnpm install'],
  yarn: ['yarn install'],
  bun: ['bun install'],
  dotnet: ['dotnet restore'],
  'dotnet-locked': ['dotnet restore --force-evaluate'],
  pip: ['python -m pip install -r <manifest>'],
  pipenv: ['pipenv install'],
  poetry: ['poetry lock', 'poetry install'],
  uv: ['uv sync'],
  maven: ['mvn dependency:resolve'],
  gradle: ['gradle dependencies'],
  'gradle-locked': ['gradle dependencies --write-locks'],
  go: ['go mod tidy'],
};

/** Manifests, with the lock files that tell the tool and the tool without one. The first lock file that is there decides. */
const TOOLS: readonly {
  readonly manifest: RegExp;
  readonly locks: readonly (readonly [RegExp, InstallTool])[];
  readonly usual: InstallTool | null;
}[] = [
  {
    manifest: /^package\.json$/,
    locks: [
      [/^(?:package-lock|npm-shrinkwrap)\.json$/, 'npm'],
      [/^pnpm-(?:lock|workspace)\.yaml$/, 'pnpm'],
      [/^yarn\.lock$|^\.yarnrc\.yml$/, 'yarn'],
      [/^bun\.lockb?$/, 'bun'],
    ],
    usual: 'npm',
  },
  {
    manifest: /\.[cfv]b?s?proj$|^Directory\.Packages\.props$/i,
    locks: [[/^packages\.lock\.json$/i, 'dotnet-locked']],
    usual: 'dotnet',
  },
  { manifest: /^requirements[\w.-]*\.txt$/i, locks: [], usual: 'pip' },
  { manifest: /^Pipfile$/, locks: [], usual: 'pipenv' },
  {
    manifest: /^pyproject\.toml$/,
    locks: [
      [/^uv\.lock$/, 'uv'],
      [/^poetry\.lock$/, 'poetry'],
    ],
    usual: null,
  },
  { manifest: /^pom\.xml$/, locks: [], usual: 'maven' },
  {
    manifest: /^build\.gradle(?:\.kts)?$|^libs\.versions\.toml$/,
    locks: [[/^gradle\.lockfile$/, 'gradle-locked']],
    usual: 'gradle',
  },
  { manifest: /^go\.mod$/, locks: [], usual: 'go' },
];

/** True for a file whose name says how packages are installed. */
export const tellsTool = (name: string): boolean => TOOLS.some(({ locks }) => locks.some(([lock]) => lock.test(name)));

/**
 * The tool that installs what a manifest names, or null where nothing says.
 * @param around names of the files beside the manifest and in the folders above it, nearest first
 */
export function toolOf(manifestName: string, around: readonly string[]): InstallTool | null {
  const known = TOOLS.find(({ manifest }) => manifest.test(manifestName));
  if (!known) return null;
  for (const name of around) {
    const lock = known.locks.find(([pattern]) => pattern.test(name));
    if (lock) return lock[1];
  }
  return known.usual;
}

/** Installing what manifests gained, one step for the same packages. The same command updates the lock file. */
export function installSteps(installs: readonly Install[]): Step[] {
  const groups = new Map<string, [Install, ...Install[]]>();
  for (const one of installs) {
    const key = JSON.stringify([one.tool, ...one.packages]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map(installStep);
}

function installStep(group: readonly [Install, ...Install[]]): Step {
  const [{ packages, manifest }] = group;
  const commands = group.flatMap(commandsOf);
  return {
    id: `install:${manifest}`,
    kind: 'install',
    title: say('Install the new packages: {packages}', { packages: packages.join(', ') }),
    text: [
      group.length === 1
        ? say('{manifest} already lists them. The lock file, if there is one, is updated too.', { manifest })
        : say('{count} manifests already list them. Lock files, if there are any, are updated too.', {
            count: group.length,
          }),
    ],
    code: commands.length > 0 ? { language: 'shell', commands } : null,
  };
}

/** The commands for one manifest; the first says the folder to run them in. */
function commandsOf({ manifest, tool }: Install): Command[] {
  const folder = folderOf(manifest);
  const commands = tool === null ? [] : parseCommands(COMMANDS[tool]);
  return commands.map((command, at) => ({
    ...command,
    args: command.args.map((word) => (word === '<manifest>' ? shellWord(baseName(manifest)) : word)),
    ...(at === 0 && folder !== '' && { comment: say('in the folder {folder}:', { folder }) }),
  }));
}

/** A package that could not be added to its manifest. */
export const installByHand = (name: string): Step => ({
  id: `install:${name}`,
  kind: 'install',
  title: say('Install the package {name}.', { name }),
  text: [],
  code: null,
});

/** The same, where the manifest is known. */
export const addByHand = (file: string, name: string): Step => ({
  id: `install:${file}:${name}`,
  kind: 'install',
  title: say('{file} could not be edited: add the package {name} to it.', { file, name }),
  text: [],
  code: null,
});
