import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raw } from '../../scripts/raw.mjs';
import { wasm } from '../../scripts/wasm.mjs';
import { createRandom } from '../support/fake-secrets';
import { memoryFiles } from '../support/memory-files';
import type { answer } from './added/face';

/*
 * "What to add where" of ARCHITECTURE.md, done: a copy of src/ gains a service, a secret kind, a language, a format and a
 * face. Nothing but the files that the table names is written or changed; the face then scans and migrates with all of them.
 */
const project = fileURLToPath(new URL('../../', import.meta.url));
const written: string[] = [];
let root: string;
let face: typeof answer;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

function write(file: string, text: string): void {
  written.push(file);
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** One line more: an import, and a name at the beginning or the end of a list. */
function list(file: string, imported: string, before: RegExp, after: string): void {
  const text = read(file);
  if (!before.test(text)) throw new Error(`${file} has no list like ${before.source}`);
  write(file, `${imported}\n${text.replace(before, after)}`);
}

/** A file of the tests at its place in the copy. */
function adopt(from: string, to: string): void {
  const up = path.relative(path.dirname(to), 'src');
  const text = readFileSync(path.join(project, 'test', from), 'utf8');
  write(to, text.replace(/(from ')(?:\.\.\/)+src\//g, `$1${up === '' ? '.' : up}/`));
}

function addService(): void {
  const script = path.join(project, 'scripts/new-service.mjs');
  const { status } = spawnSync(process.execPath, [script, 'contoso-store', 'Contoso Store', '--root', root]);
  expect(status).toBe(0);
  const folder = 'src/services/contoso-store';
  write(
    `${folder}/clients/go.ts`,
    `import { rewrite, sdk } from '../../pattern';
export const go = [
  sdk('contoso/store', [rewrite('Client.open($KEY, ...$REST)', 'Client.connect($ENDPOINT, $CREDENTIAL, ...$REST)')]),
];
`,
  );
  const service = read(`${folder}/service.ts`).replace('clients: { typescript }', 'clients: { typescript, go }');
  write(`${folder}/service.ts`, `import { go } from './clients/go';\n${service}`);
  const secrets = read(`${folder}/secrets.ts`).replace('= [];', "= ['contoso-key'];");
  write(`${folder}/secrets.ts`, secrets);
}

function addKind(): void {
  adopt('detect/contoso-key.ts', 'src/detect/kinds/contoso.ts');
  list(
    'src/detect/kinds/index.ts',
    "import { contosoKey } from './contoso';",
    /(secretKinds: readonly SecretKind\[\] = \[)/,
    '$1contosoKey,',
  );
}

function addLanguage(): void {
  for (const file of ['toy', 'tree', 'manifest']) adopt(`languages/toy/${file}.ts`, `src/languages/toy/${file}.ts`);
  list('src/languages/index.ts', "import { toy } from './toy/toy';", /(readonly Language\[\] = \[)/, '$1toy,');
  const manifests = 'src/project/manifests.ts';
  const row = String.raw`{ ecosystem: 'other', code: /\.toy$/, own: null, project: /^packages\.toy$/, packages: [/^packages\.toy$/] },`;
  write(manifests, read(manifests).replace(/(const ECOSYSTEMS[^[]*\[\] = \[)/, `$1${row}`));
}

function addFormat(): void {
  adopt('architecture/added/arrows.ts', 'src/formats/arrows.ts');
  list(
    'src/formats/index.ts',
    "import { arrows } from './arrows';",
    /(formats: readonly SettingsFormat\[\] = \[)/,
    '$1arrows,',
  );
}

async function addFace(): Promise<typeof answer> {
  adopt('architecture/added/face.ts', 'src/contoso-face/face.ts');
  const outfile = path.join(root, 'face.mjs');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/contoso-face/face.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins: [wasm, raw],
  });
  return ((await import(pathToFileURL(outfile).href)) as { readonly answer: typeof answer }).answer;
}

beforeAll(async () => {
  // Below node_modules, so that the project's packages are found from it.
  const cache = path.join(project, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  root = mkdtempSync(path.join(cache, 'one-of-each-'));
  cpSync(path.join(project, 'src'), path.join(root, 'src'), { recursive: true });
  addService();
  addKind();
  addLanguage();
  addFormat();
  face = await addFace();
}, 120_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const ask = (texts: Readonly<Record<string, string>>, file: string) => face(memoryFiles(texts), texts, file);

describe('a copy of the product with one more of each', () => {
  it('finds the new kind of secret', async () => {
    const key = createRandom(5).text(24, 'abcdefghijklmnopqrstuvwxyz234567');
    const { rules } = await ask({ 'a.txt': `order "teapot=${key}"\n` }, 'a.txt');
    expect(rules).toEqual(['hardcoded/contoso-key']);
  });

  it('migrates the new client of the new service in the new language, with its settings in the new format', async () => {
    const texts = {
      'packages.toy': 'contoso/store\n',
      'app.toy': 'use contoso/store: Client\nclient = Client.open(env("CONTOSO_KEY"), "3")\n',
      'app.arrows': 'LOG => all\nCONTOSO_KEY => <your-key>\nZONE => 1\n',
    };
    expect(await ask(texts, 'app.toy')).toEqual({
      rules: ['key-auth/contoso-store'],
      refused: null,
      after: {
        'packages.toy': 'contoso/store\nazure/identity\n',
        'app.toy':
          'use azure/identity: DefaultAzureCredential\nuse contoso/store: Client\ncredential = DefaultAzureCredential.new()\n' +
          'client = Client.connect(env("AZURE_CONTOSOSTORE_RESOURCEENDPOINT"), credential, "3")\n',
        'app.arrows': 'LOG => all\nAZURE_CONTOSOSTORE_RESOURCEENDPOINT => \nZONE => 1\n',
      },
    });
  });

  it('needed no other file than those of ARCHITECTURE.md', () => {
    const table = readFileSync(path.join(project, 'ARCHITECTURE.md'), 'utf8')
      .split('## What to add where')[1]
      ?.split('\n')
      .filter((line) => line.startsWith('| '))
      .join('\n');
    const named = [...(table ?? '').matchAll(/`((?:src|clients|secrets)[^`]*)`/g)].map(([, one = '']) => one);
    const isNamed = (file: string): boolean =>
      named.some((one) => {
        const parts = one.split(/<id>|<language>/).map((part) => part.replaceAll('.', String.raw`\.`));
        const below = one.endsWith('/') ? String.raw`[\w/-]+\.ts` : '';
        return new RegExp(String.raw`^(?:.*/)?${parts.join(String.raw`[\w-]+`)}${below}$`).test(file);
      });
    expect(named.length).toBeGreaterThan(8);
    // The face is a folder of its own, whatever its name.
    expect(written.filter((file) => !isNamed(file))).toEqual(['src/contoso-face/face.ts']);
  });
});
