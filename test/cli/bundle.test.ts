import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFake } from '../support/fake-secrets';
import { project } from './project';

/** The command as it is shipped: bundled, in a process of its own. */
let dist = '';

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'secretless-dist-'));
  execFileSync(process.execPath, ['scripts/build.mjs', '--outdir', dist], { stdio: 'pipe' });
  chmodSync(dist, 0o755);
}, 120_000);

afterAll(() => {
  rmSync(dist, { recursive: true, force: true });
});

const command = () => join(dist, 'cli.js');

const secretless = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command(), ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
};

const code = (connection: string): string =>
  `import { BlobServiceClient } from '@azure/storage-blob';\nconst c = BlobServiceClient.fromConnectionString('${connection}');\n`;

describe('the bundled command', { timeout: 60_000 }, () => {
  test('exit codes 0, 1 and 2, and what goes to which stream', () => {
    const root = project({ 'a.ts': code(createFake(1).storageConnectionString()), 'b.ts': 'export {};\n' });
    expect(secretless(root, 'scan', 'b.ts')).toEqual({ status: 0, stdout: 'No findings in 1 file.\n', stderr: '' });
    expect(secretless(root, 'scan', '.')).toMatchObject({ status: 1, stderr: '' });
    expect(secretless(root, 'scan', '.').stdout).not.toContain('\u001B');
    expect(secretless(root, 'scan', 'none')).toMatchObject({
      status: 2,
      stderr: 'secretless: none: no such file or folder\n',
    });
    expect(secretless(root)).toMatchObject({ status: 2, stdout: '' });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(secretless(root, '--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('runs as a command of its own, through a link, as npm installs it', () => {
    const root = project({ 'b.ts': '' });
    symlinkSync(command(), join(root, 'secretless'));
    expect(execFileSync(join(root, 'secretless'), ['scan', 'b.ts'], { cwd: root, encoding: 'utf8' })).toContain(
      'No findings',
    );
  });

  test('a reader that goes away is no error', async () => {
    const connection = createFake(2).storageConnectionString();
    const root = project({ 'a.ts': `${code(connection)}${`const s = '${connection}';\n`.repeat(300)}` });
    const child = spawn(process.execPath, [command(), 'scan', '--format', 'json', '.'], { cwd: root });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect(stderr).toBe('');
    expect(status).not.toBe(2);
  });

  test('all of a large output reaches a slow reader', async () => {
    const connection = createFake(3).storageConnectionString();
    const root = project({ 'a.ts': `const s = '${connection}';\n`.repeat(300) });
    const child = spawn(process.execPath, [command(), 'scan', '--format', 'json', '.'], { cwd: root });
    await new Promise((resolve) => setTimeout(resolve, 300));
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    await new Promise((resolve) => child.once('close', resolve));
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(300);
  });

  test('unreadable folders and files, as somebody who is not an administrator', () => {
    const root = project({ 'a.ts': code(createFake(4).storageConnectionString()), 'secret.ts': '' });
    mkdirSync(join(root, 'locked'));
    writeFileSync(join(root, 'locked', 'b.ts'), '');
    chmodSync(root, 0o755);
    chmodSync(join(root, 'secret.ts'), 0);
    chmodSync(join(root, 'locked'), 0);
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stdout, stderr } = spawnSync(process.execPath, [command(), 'scan', '--format', 'json', '.'], {
      cwd: root,
      encoding: 'utf8',
      ...nobody,
    });
    chmodSync(join(root, 'locked'), 0o755);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'secretless: locked: permission denied',
      'secretless: secret.ts: permission denied',
    ]);
    const report = JSON.parse(stdout) as { findings: unknown[]; skipped: unknown[] };
    expect(report.findings).toHaveLength(1);
    expect(report.skipped).toEqual([
      { file: 'locked', reason: 'permission denied' },
      { file: 'secret.ts', reason: 'permission denied' },
    ]);
    expect(status).toBe(2);
  });

  test('a named pipe is not waited for', () => {
    const root = project({ 'a.ts': '' });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(secretless(root, 'scan', '.').status).toBe(0);
    expect(secretless(root, 'scan', 'pipe')).toMatchObject({
      status: 2,
      stderr: 'secretless: pipe: neither a file nor a folder\n',
    });
  });
});
