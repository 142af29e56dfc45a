import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCK } from '../../src/cli/lock';
import { createFake } from '../support/fake-secrets';
import { contents, project } from './project';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'secretless-two-'));
  execFileSync(process.execPath, ['scripts/build.mjs', '--outdir', folder], { stdio: 'pipe' });
  const options = { bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' } as const;
  await build({ ...options, entryPoints: ['src/cli/lock.ts'], outfile: join(folder, 'lock.cjs') });
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function started(cwd: string, args: readonly string[], delay: number): Promise<Ended> {
  await after(delay);
  const child = spawn(process.execPath, args, { cwd });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

const migrate = (root: string, delay = 0): Promise<Ended> =>
  started(root, [join(folder, 'cli.js'), 'migrate', '--write', '.'], delay);

/** Files that share a manifest and a settings file: every plan writes three. */
function shop(count: number) {
  const fake = createFake(12);
  const numbers = Array.from({ length: count }, (_, at) => at);
  return {
    'package.json': '{\n  "dependencies": {\n    "@azure/storage-blob": "^12.0.0"\n  }\n}\n',
    '.env': numbers
      .map((at) => `STORE_${String(at)}=${fake.storageConnectionString({ account: `contoso${String(at)}` })}\n`)
      .join(''),
    ...Object.fromEntries(
      numbers.map((at) => [
        `src/f${String(at)}.ts`,
        `import { BlobServiceClient } from '@azure/storage-blob';\n\nexport const client = BlobServiceClient.fromConnectionString(process.env.STORE_${String(at)}!);\n`,
      ]),
    ),
  };
}

describe('two migrations of one folder at once', { timeout: 120_000 }, () => {
  const files = shop(8);

  test('end as one does, or say what was not written and leave it to the next run', async () => {
    const alone = project(files);
    expect((await migrate(alone)).code).toBe(0);
    const wanted = contents(alone);
    for (const delay of [0, 60]) {
      const root = project(files);
      const ended = await Promise.all([migrate(root), migrate(root, delay)]);
      const now = contents(root);
      // Nothing half written, nothing left beside it.
      expect(Object.keys(now).sort()).toEqual(Object.keys(wanted).sort());
      for (const path of Object.keys(files).filter((one) => one.startsWith('src/')))
        expect([files[path as keyof typeof files], wanted[path]]).toContain(now[path]);
      for (const { code, said } of ended)
        if (code !== 0) expect(said).toMatch(/nothing was written: \S+ (?:changed meanwhile|is being written)/);
      await migrate(root);
      expect(contents(root)).toEqual(wanted);
    }
  });
});

/** Takes the lock, tells it in a file of its own with a count of those inside, and stays for a moment. */
const HOLDER = `
const fs = require('node:fs');
const { locked } = require(process.argv[2]);
const root = process.argv[3];
const inside = root + '/inside';
while (Date.now() < Number(process.argv[4]));
const said = locked(root, () => {
  let alone = true;
  try { fs.writeFileSync(inside, '', { flag: 'wx' }); } catch { alone = false; }
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  fs.rmSync(inside, { force: true });
  return alone ? 'alone' : 'together';
});
process.stdout.write(said);
`;

describe('the lock', { timeout: 120_000 }, () => {
  test('of a process that was ended goes to one of those that wait, and then to the next', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const holder = join(folder, 'holder.cjs');
    writeFileSync(holder, HOLDER);
    for (let round = 0; round < 3; round++) {
      const root = project({ [LOCK]: String(pid) });
      const start = String(Date.now() + 400);
      const all = Array.from({ length: 4 }, () => started(root, [holder, join(folder, 'lock.cjs'), root, start], 0));
      expect((await Promise.all(all)).map(({ said }) => said)).toEqual(['alone', 'alone', 'alone', 'alone']);
      expect(contents(root)).toEqual({});
    }
  });
});
