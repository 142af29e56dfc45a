import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fake } from '../support/fake-secrets';
import { cli, contents, project } from './project';

const NAME = '.secretless-baseline.json';

describe('baseline', () => {
  test('an old repository starts at zero; new findings are reported', async () => {
    const root = project({ 'a.ts': 'SECRET(one)\n', 'b.ts': 'KEEP(two)\n' });
    const made = await cli(root, ['baseline', '--reason', 'before the audit', '.']);
    expect(made).toEqual({ code: 0, stdout: `${NAME}: 2 findings\n`, stderr: '' });
    expect((await cli(root, ['scan', '--baseline', NAME, '.'])).code).toBe(0);
    writeFileSync(join(root, 'a.ts'), 'SECRET(one)\nx = SECRET(three)\n');
    const { code, stdout } = await cli(root, ['scan', '--baseline', NAME, '.']);
    expect(stdout).toMatch(/^a\.ts:2:12: .*\n.*\n\n1 finding in 1 of 2 files/);
    expect(code).toBe(1);
    expect((await cli(root, ['scan', '.'])).stdout).toContain('3 findings');
  });

  test('another key in the place of an accepted one is reported; an older baseline holds places only', async () => {
    const [one, two] = [fake.hex(), fake.hex()];
    const root = project({ 'a.ts': `SECRET(${one})\n` });
    await cli(root, ['baseline', '.']);
    writeFileSync(join(root, 'a.ts'), `SECRET(${two})\n`);
    expect((await cli(root, ['scan', '--baseline', NAME, '.'])).code).toBe(1);
    const old = readFileSync(join(root, NAME), 'utf8').replace(/"value":"[0-9a-f]{3}",/, '');
    writeFileSync(join(root, 'old.json'), old);
    expect((await cli(root, ['scan', '--baseline', 'old.json', '.'])).code).toBe(0);
    writeFileSync(join(root, 'a.ts'), `SECRET(${one})\n`);
    expect((await cli(root, ['scan', '--baseline', NAME, '.'])).code).toBe(0);
  });

  test('made again: same salt, reasons kept, order stable; another file, another salt', async () => {
    const root = project({ 'a.ts': 'SECRET(one)\n', 'b.ts': 'KEEP(two)\n' });
    await cli(root, ['baseline', '--reason', 'known', '.']);
    const first = readFileSync(join(root, NAME), 'utf8');
    await cli(root, ['baseline', '--reason', 'new', '.']);
    expect(readFileSync(join(root, NAME), 'utf8')).toBe(first);
    await cli(root, ['baseline', '--output', 'other.json', '--reason', 'known', '.']);
    const [a, b] = [first, contents(root)['other.json'] ?? ''].map((text) => JSON.parse(text) as { salt: string });
    expect(a?.salt).toMatch(/^[0-9a-f]{32}$/);
    expect(b?.salt).not.toBe(a?.salt);
    expect(first).not.toMatch(/one|two/);
  });

  test('no baseline, a malformed one, one that is something else: said, exit 2', async () => {
    const root = project({ 'a.ts': 'SECRET(1)', 'package.json': '{"name": "mine"}' });
    const missing = await cli(root, ['scan', '--baseline', 'none.json', '.']);
    expect(missing).toEqual({ code: 2, stdout: '', stderr: 'secretless: the baseline none.json could not be read\n' });
    const other = await cli(root, ['scan', '--baseline', 'package.json', '.']);
    expect(other.stderr).toContain('package.json is not a baseline');
    expect(other.code).toBe(2);
    const onto = await cli(root, ['baseline', '--output', 'package.json', '.']);
    expect(onto.code).toBe(2);
    expect(contents(root)['package.json']).toBe('{"name": "mine"}');
    expect((await cli(root, ['baseline'])).stderr).toContain('PATH is missing');
  });

  test('with input that cannot be read no baseline is written', async () => {
    const root = project({ 'a.ts': 'SECRET(1)' });
    const { code, stderr } = await cli(root, ['baseline', '.', 'nowhere']);
    expect(stderr).toContain('no baseline was written');
    expect(code).toBe(2);
    expect(Object.keys(contents(root))).toEqual(['a.ts']);
  });
});
