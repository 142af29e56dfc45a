import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFake } from '../support/fake-secrets';

/** A folder with the package as it is shipped, and secretlint's own command. */
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secretless-rule-'));
  const shipped = join(folder, 'node_modules/secretless-azure');
  mkdirSync(shipped, { recursive: true });
  execFileSync(process.execPath, ['scripts/build.mjs', '--outdir', join(shipped, 'dist')], { stdio: 'pipe' });
  const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; exports: object };
  writeFileSync(join(shipped, 'package.json'), JSON.stringify({ name, exports }));
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('in the real secretlint', { timeout: 60_000 }, () => {
  it('runs with the configuration that the README shows', () => {
    const configuration = /```json\n(\{\n {2}"rules"[^`]*secretless-azure\/secretlint-rule[^`]*)```/.exec(
      readFileSync('README.md', 'utf8'),
    )?.[1];
    expect(configuration).toBeDefined();
    writeFileSync(join(folder, '.secretlintrc.json'), configuration ?? '');
    const key = createFake(12).storageKey();
    writeFileSync(join(folder, 'a.ts'), `const key = '${key}';\n`);
    writeFileSync(join(folder, 'b.ts'), 'export const answer = 42;\n');
    const { status, stdout } = spawnSync(
      process.execPath,
      [resolve('node_modules/secretlint/bin/secretlint.js'), '--format', 'compact', '*.ts'],
      // Beside secretlint, as in a project that has installed both.
      { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_PATH: join(folder, 'node_modules') } },
    );
    expect(stdout).toContain('Hardcoded Azure Storage account key');
    expect(stdout).not.toContain('b.ts');
    expect(stdout).not.toContain(key.slice(0, 12));
    expect(status).toBe(1);
  });
});
