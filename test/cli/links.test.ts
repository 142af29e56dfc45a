import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files';
import { cli, project } from './project';

describe('links that lead out', () => {
  const stage = () => {
    const top = project({ 'outside/keys.ts': 'SECRET(1)', 'outside/.gitignore': 'a.ts\n', 'ws/a.ts': 'SECRET(2)\n' });
    return { top, ws: join(top, 'ws') };
  };

  test('nothing behind them is read or may be edited', async () => {
    const { ws } = stage();
    symlinkSync('../outside', join(ws, 'link'));
    symlinkSync('../outside/keys.ts', join(ws, 'keys.ts'));
    symlinkSync('a.ts', join(ws, 'same.ts'));
    const files = nodeFiles(ws);
    for (const path of ['link/keys.ts', 'keys.ts']) expect(await files.read(path)).toMatchObject({ reason: 'missing' });
    expect(await files.list('link')).toMatchObject({ reason: 'missing' });
    expect(await files.editable('link/keys.ts')).toBe(false);
    expect(await files.read('same.ts')).toMatchObject({ text: 'SECRET(2)\n' });
  });

  test('rules of another place ignore nothing here', async () => {
    const { ws } = stage();
    symlinkSync('../outside/.gitignore', join(ws, '.gitignore'));
    expect((await cli(ws, ['scan', '.'])).stdout).toContain('1 finding');
  });

  test.each([
    ['.secretless-baseline.json', ['baseline', '.']],
    ['out.md', ['report', '--out', 'out.md', '.']],
  ])('%s is not written through one', async (name, args) => {
    const { ws, top } = stage();
    const target = join(top, 'outside/kept.json');
    writeFileSync(target, '{"version":1,"salt":"s","entries":[]}');
    symlinkSync(target, join(ws, name));
    const { code, stderr } = await cli(ws, args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `secretless: ${name} could not be written\n` });
    expect(readFileSync(target, 'utf8')).toBe('{"version":1,"salt":"s","entries":[]}');
  });

  test('a folder that is one is not written into', async () => {
    const { ws, top } = stage();
    symlinkSync('../outside', join(ws, 'out'));
    expect((await cli(ws, ['report', '--out', 'out/report.md', '.'])).code).toBe(2);
    expect(() => readFileSync(join(top, 'outside/report.md'))).toThrow();
  });

  test('a report where it was asked for, inside and outside', async () => {
    const { ws, top } = stage();
    mkdirSync(join(ws, 'docs'));
    expect((await cli(ws, ['report', '--out', 'docs/report.md', '.'])).code).toBe(0);
    expect((await cli(ws, ['report', '--out', '../report.md', '.'])).code).toBe(0);
    expect(readFileSync(join(top, 'report.md'), 'utf8')).toContain('# ');
  });
});

describe.skipIf(process.platform === 'win32')('a named pipe', () => {
  test.each([
    [['scan', 'pipe'], 2],
    [['scan', '--baseline', 'pipe', '.'], 2],
    [['baseline', '--output', 'pipe', '.'], 2],
    [['report', '--progress', 'pipe', '.'], 2],
    [['report', '--out', 'pipe', '.'], 2],
    [['scan', '.'], 0],
  ])('%j ends', async (args, code) => {
    const root = project({ 'a.ts': 'clean' });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect((await cli(root, args)).code).toBe(code);
  });
});
