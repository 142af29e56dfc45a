import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import * as prettier from 'prettier';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raw } from '../../scripts/raw.mjs';
import { wasm } from '../../scripts/wasm.mjs';
import { applyEdits } from '../../src/core/edit';
import type { Engine } from '../../src/engine/engine';
import type { Service } from '../../src/services/service';

const project = fileURLToPath(new URL('../../', import.meta.url));
const script = path.join(project, 'scripts/new-service.mjs');

/** A copy of `src/`, where the project's packages are found. */
let root: string;
beforeAll(() => {
  const cache = path.join(project, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  root = mkdtempSync(path.join(cache, 'new-service-'));
  cpSync(path.join(project, 'src'), path.join(root, 'src'), { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args, '--root', root], { encoding: 'utf8' });
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('npm run new:service', () => {
  test('adds a service that is found, migrated and listed', async () => {
    const before = read('src/services/index.ts');
    const { status, stdout } = run('contoso-queue', "Contoso's Queue");
    expect(status).toBe(0);
    expect(stdout).toContain('src/services/contoso-queue is there');

    const written = ['service', 'secrets', 'identity', 'examples', 'clients/typescript'];
    for (const file of [...written.map((one) => `src/services/contoso-queue/${one}.ts`), 'src/services/index.ts']) {
      const options = await prettier.resolveConfig(path.join(project, file));
      expect(await prettier.check(read(file), { ...options, parser: 'typescript' })).toBe(true);
    }
    const added = read('src/services/index.ts')
      .split('\n')
      .filter((line) => !before.split('\n').includes(line));
    expect(added[0]).toBe("import { contosoQueue } from './contoso-queue/service';");
    expect(added.slice(1).join('\n')).toContain('contosoQueue');

    const outfile = path.join(root, 'engine.mjs');
    const contents =
      "export { createEngine } from './src/engine/engine'; export { services } from './src/services/index';";
    await esbuild.build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      plugins: [wasm, raw],
    });
    const { createEngine, services } = (await import(pathToFileURL(outfile).href)) as {
      readonly createEngine: () => Engine;
      readonly services: readonly Service[];
    };
    const service = services.at(-1);
    expect(service).toMatchObject({ id: 'contoso-queue', title: "Contoso's Queue" });
    const example = service?.examples[0];
    if (example === undefined) throw new Error('the template has no example');

    const engine = createEngine();
    const document = { path: example.file, text: example.before };
    expect((await engine.scan(document)).findings.map(({ rule }) => rule)).toEqual(['key-auth/contoso-queue']);
    const plan = await engine.plan(document, 'all', 'identity');
    if (plan.kind === 'refusal') throw new Error(`refused: ${plan.id}`);
    expect(applyEdits(document.text, plan.files[0]?.edits ?? [])).toBe(example.after);
  }, 60_000);

  test.each([
    ['an id with capitals', ['ContosoQueue', 'x'], 'is no id'],
    ['a path', ['../evil', 'x'], 'is no id'],
    ['the prefix azure-', ['azure-maps', 'x'], 'maps'],
    ['an empty title', ['maps', ' '], 'a title is needed'],
    ['a service that is there', ['storage-blob', 'x'], 'is there already'],
    ['a contract file', ['pattern', 'x'], 'is there already'],
    ['the folder of what services share', ['shared', 'x'], 'is there already'],
    ['no title', ['maps'], 'usage'],
  ])('refuses %s and writes nothing', (_what, args, message) => {
    const state = (): string[] =>
      readdirSync(path.join(root, 'src/services'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .map((file) => file + readFileSync(file, 'utf8'));
    const before = state();
    const { status, stderr } = run(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(state()).toEqual(before);
  });
});
