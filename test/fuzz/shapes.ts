/** Real shapes that the fuzzer begins with: code and settings as the examples, the programs of tables and the vectors have them. */
import type { ProjectFile } from '../../src/core/files';
import { services } from '../../src/services/index';
import { FLAVOURS } from '../combine/csharp/flavours';
import { programsOf } from '../combine/csharp/programs';
import { programsOf as scriptsOf } from '../combine/typescript/programs';
import { handwritten } from '../detect/accuracy/handwritten';
import { positives } from '../detect/accuracy/positives';
import type { Vector } from '../detect/accuracy/positives';
import { traps } from '../detect/accuracy/traps';
import { createFake, createRandom } from '../support/fake-secrets';
import type { Fake } from '../support/fake-secrets';
import { fillNoting } from '../support/fill';
import { vaultExamples } from '../support/vault-examples';
import { settingsProjects } from './settings-projects';

export const TARGETS = ['typescript', 'csharp', 'settings'] as const;
export type Target = (typeof TARGETS)[number];

/** A small workspace with fake values in it. */
export interface Shape {
  readonly name: string;
  /** The file that is looked at and, mostly, mutated. */
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
  /** The secret values that are in the files. */
  readonly values: readonly string[];
}

/** A shape before its values are made. */
export interface Blank {
  readonly name: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
}

const isScript = (path: string): boolean => /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/i.test(path);
const isCsharp = (path: string): boolean => /\.csx?$/i.test(path);

const targetOf = (path: string): Target => (isScript(path) ? 'typescript' : isCsharp(path) ? 'csharp' : 'settings');

const CSPROJ = `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <ImplicitUsings>disable</ImplicitUsings>
  </PropertyGroup>
</Project>
`;

/** What is around code: its project, and one beside it that is none of its business. */
const around = (target: Target): Readonly<Record<string, string>> =>
  target === 'csharp'
    ? { 'app/App.csproj': CSPROJ, 'other/Other.csproj': CSPROJ, 'other/appsettings.json': '{\n  "Other": ""\n}\n' }
    : target === 'typescript'
      ? {
          'app/package.json': '{\n  "name": "app",\n  "dependencies": {}\n}\n',
          'other/package.json': '{\n  "name": "other",\n  "dependencies": {}\n}\n',
          'other/.env': 'OTHER=1\n',
        }
      : {};

function blanks(): Blank[] {
  const examples = services.flatMap(({ id, examples: own }) =>
    own.map(({ title, file, before }) => ({ name: `${id}: ${title}`, file, before })),
  );
  const vaults = vaultExamples.map(({ title, file, before }) => ({ name: `vault: ${title}`, file, before }));
  const code = [...examples, ...vaults].map(({ name, file, before }) => ({
    name,
    path: `app/${file}`,
    files: { ...around(targetOf(file)), [`app/${file}`]: before },
  }));
  return [...code, ...settingsProjects];
}

/** Fills a shape and notes which values were made. */
function filled({ name, path, files }: Blank, fake: Fake): Shape {
  const paths = Object.keys(files);
  const { text, secrets } = fillNoting(paths.map((one) => files[one] ?? '').join('\u0000'), fake);
  const texts = text.split('\u0000');
  return { name, path, files: Object.fromEntries(paths.map((one, at) => [one, texts[at] ?? ''])), values: secrets };
}

const ofVector = ({ id, path, text, expected }: Vector): Shape => ({
  name: id,
  path: `app/${path}`,
  files: { ...around(targetOf(path)), [`app/${path}`]: text },
  values: expected.map(({ value }) => value),
});

/** How many programs of the tables for TypeScript there are. */
const SCRIPTS = 300;

/** Programs of tables, whose values are where the tables' fake has them. */
const scriptPrograms = (): Shape[] =>
  scriptsOf(SCRIPTS, createRandom(1)).map(({ name, files }) => shapeOf('typescript', name, files));

function shapeOf(target: 'typescript' | 'csharp', name: string, files: readonly ProjectFile[]): Shape {
  const texts = Object.fromEntries(files.map(({ path, text }) => [`app/${path}`, text]));
  return {
    name,
    path: `app/${files[0]?.path ?? ''}`,
    files: { ...around(target), ...texts },
    values: valuesIn(Object.values(texts).join('\n')),
  };
}

/** The keys in a text that was filled elsewhere. */
const valuesIn = (text: string): string[] => [
  ...new Set(
    [
      ...text.matchAll(/(?:AccountKey|SharedAccessKey)=([^;'"`]+)/g),
      ...text.matchAll(/['"`]([A-Za-z0-9+/]{40,}={0,2})['"`]/g),
    ].map(([, value = '']) => value),
  ),
];

function csharpPrograms(seed: number): Shape[] {
  const fake = createFake(seed);
  return FLAVOURS.flatMap((flavour) => {
    const all = programsOf(150, flavour, createRandom(seed), ({ kind }) =>
      kind === 'key'
        ? fake.storageKey()
        : kind === 'bus' || kind === 'hub'
          ? fake.serviceBusConnectionString()
          : fake.storageConnectionString(),
    );
    return all.map(({ name, files }) => shapeOf('csharp', name, files));
  });
}

/** Shapes with code beside them are as many as all others. */
const often = (shape: Shape): Shape[] =>
  Array.from({ length: Object.keys(shape.files).length > 1 ? PROJECT_WEIGHT : 1 }, () => shape);
const PROJECT_WEIGHT = 12;

/** All shapes of a target, with values of a seed. */
export function shapesOf(target: Target, seed: number): readonly Shape[] {
  const fake = createFake(seed);
  const vectors = [...positives(seed), ...handwritten(seed), ...traps(seed)].map(ofVector);
  const all = [...blanks().map((blank) => filled(blank, fake)), ...vectors];
  const own = all.filter(({ path }) => targetOf(path) === target);
  switch (target) {
    case 'typescript':
      return [...own, ...scriptPrograms()];
    case 'csharp':
      return [...own, ...csharpPrograms(seed)];
    case 'settings':
      return own.flatMap(often);
  }
}
