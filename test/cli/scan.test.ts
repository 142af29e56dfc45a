import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import type { Engine } from '../../src/engine/engine';
import { fake } from '../support/fake-secrets';
import type { Files } from '../../src/core/files';
import { say } from '../../src/core/message';
import { fakeEngine } from './fake-engine';
import { cli, project } from './project';

interface Json {
  version: number;
  findings: {
    file: string;
    rule: string;
    range: Record<'start' | 'end', { line: number; character: number; offset: number }>;
  }[];
  skipped: { file: string; reason: string }[];
}

const json = async (cwd: string, ...args: string[]) => {
  const ran = await cli(cwd, ['scan', '--format', 'json', ...args]);
  return { ...ran, report: JSON.parse(ran.stdout) as Json };
};

describe('scan', () => {
  test('text: place, severity, rule, message, fixes, refusals, counts; exit 1', async () => {
    const root = project({
      'src/b.ts': 'one\nx = SECRET(hush)\n',
      'src/a.ts': 'KEEP(hush) READ(NAME)\n',
      'c.ts': 'clean',
    });
    const { code, stdout, stderr } = await cli(root, ['scan', '.']);
    expect(stdout).toBe(
      [
        'src/a.ts:1:6: warning hardcoded/fake-key Fake key',
        '    no rewrite: this one stays',
        'src/a.ts:1:12: information key-auth/fake-service Fake use',
        '    fix: Use DefaultAzureCredential for Fake Service (identity)',
        '',
        'src/b.ts:2:12: warning hardcoded/fake-key Fake key',
        '    fix: Use DefaultAzureCredential for Fake Service (identity)',
        '',
        '3 findings in 2 of 3 files: 2 warnings, 1 information. 2 can be migrated: secretless migrate PATH',
        '',
      ].join('\n'),
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('a secret in the path of a file is reported, whatever the file is, and shown nowhere', async () => {
    const tools = { engineFor: (files: Files): Engine => createEngine({ files }), engine: createEngine() };
    const [key, other] = [fake.entraClientSecret(), fake.entraClientSecret()];
    const root = project({
      [`backup/client_secret=${key}.txt`]: 'clean\n',
      [`client_secret=${other}/photo.png`]: new Uint8Array([137, 80, 78, 71, 0, 0, 1, 2]),
      'client_secret.txt': 'clean\n',
    });
    const { code, stdout } = await cli(root, ['scan', '.'], tools);
    expect(stdout).toBe(
      [
        'backup/client_secret=[redacted].txt:1:1: warning hardcoded/entra-client-secret The path of this file holds a secret: Microsoft Entra client secret',
        '    no rewrite: Rename the file or the folder, and rotate the secret: lists of files, logs and the history of the repository hold it.',
        '',
        'client_secret=[redacted]/photo.png:1:1: warning hardcoded/entra-client-secret The path of this file holds a secret: Microsoft Entra client secret',
        '    no rewrite: Rename the file or the folder, and rotate the secret: lists of files, logs and the history of the repository hold it.',
        '',
        '2 findings in 2 of 2 files: 2 warnings.',
        'Skipped 1: binary file.',
        '',
      ].join('\n'),
    );
    expect(code).toBe(1);
    const named = async (path: string): Promise<string | undefined> =>
      (await createEngine().scan({ path, text: '' })).findings[0]?.fingerprint;
    expect(await named(`client_secret=${key}.txt`)).toBe(await named(`client_secret=${other}.txt`));
  });

  test('code that could not be analysed is said, in every format; exit 2', async () => {
    const root = project({ 'a.ts': 'clean' });
    const engineFor = (files: Files): Engine => ({
      ...fakeEngine({}, files),
      scan: () =>
        Promise.resolve({ findings: [], skipped: say('too deep'), failed: true, silenced: 0, needs: [], azure: true }),
    });
    const { code, stdout, stderr } = await cli(root, ['scan', '--format', 'json', '.'], { engineFor });
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'secretless: a.ts: too deep\n' });
    expect((JSON.parse(stdout) as Json).skipped).toEqual([{ file: 'a.ts', reason: 'too deep' }]);
    expect((await cli(root, ['scan', '.'], { engineFor })).stdout).toContain('Skipped 1: too deep.');
  });

  test('text: nothing found; exit 0', async () => {
    const { code, stdout } = await cli(project({ 'a.ts': 'clean' }), ['scan', '.']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings in 1 file.\n' });
  });

  test('text: colours only where asked for, and the same words', async () => {
    const root = project({ 'a.ts': 'SECRET(hush)' });
    const plain = await cli(root, ['scan', '.']);
    const colored = await cli(root, ['scan', '.'], {}, true);
    expect(plain.stdout).not.toContain('\u001B');
    expect(colored.stdout).toContain('\u001B[33mwarning\u001B[39m');
    expect(colored.stdout.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
  });

  test('json: the whole shape, nothing more', async () => {
    const root = project({ 'a.ts': 'é\r\nx = KEEP(hush)', 'img.png': Uint8Array.of(137, 80, 0, 1) });
    const { report, code } = await json(root, '.');
    const fingerprint: unknown = expect.stringMatching(/^[0-9a-f]{20}$/);
    expect(report).toEqual({
      version: 1,
      findings: [
        {
          rule: 'hardcoded/fake-key',
          service: 'fake-service',
          origin: 'literal',
          severity: 'warning',
          file: 'a.ts',
          range: { start: { line: 1, character: 9, offset: 12 }, end: { line: 1, character: 13, offset: 16 } },
          message: 'Fake key',
          fixes: [],
          refusal: { id: 'kept', message: 'this one stays' },
          related: [],
          fingerprint,
        },
      ],
      skipped: [{ file: 'img.png', reason: 'binary file' }],
      switchedOff: 0,
      inBaseline: 0,
    });
    expect(code).toBe(1);
  });

  test('findings are sorted by file and position, each file once', async () => {
    const root = project({ 'b/x.ts': 'SECRET(2) SECRET(3)', 'b.ts': 'SECRET(1)', 'a/z.ts': 'SECRET(0)' });
    const { report } = await json(root, 'b', '.', 'a/z.ts', './b/x.ts');
    expect(report.findings.map(({ file, range }) => `${file}:${range.start.offset}`)).toEqual([
      'a/z.ts:7',
      'b.ts:7',
      'b/x.ts:7',
      'b/x.ts:17',
    ]);
  });

  test('files are relative to the working directory, outside of it too', async () => {
    const root = project({ 'app/here/x.ts': '', 'lib/y.ts': 'SECRET(1)' });
    const up = await json(join(root, 'app/here'), '../../lib');
    expect(up.report.findings.map(({ file }) => file)).toEqual(['../../lib/y.ts']);
    const absolute = await json(root, join(root, 'lib', 'y.ts'));
    expect(absolute.report.findings.map(({ file }) => file)).toEqual(['lib/y.ts']);
  });

  test('offsets do not count the byte-order mark', async () => {
    const root = project({ 'a.ts': '\uFEFFSECRET(hush)' });
    const { report } = await json(root, '.');
    expect(report.findings[0]?.range.start).toEqual({ line: 0, character: 7, offset: 7 });
  });

  test('honours .gitignore; --no-ignore and a named file do not', async () => {
    const root = project({
      '.gitignore': '.env\nout/\n',
      '.env': 'SECRET(1)',
      'out/x.js': 'SECRET(2)',
      'a.ts': 'SECRET(3)',
    });
    const names = async (...args: string[]) => (await json(root, ...args)).report.findings.map(({ file }) => file);
    expect(await names('.')).toEqual(['a.ts']);
    expect(await names('--no-ignore', '.')).toEqual(['.env', 'a.ts', 'out/x.js']);
    expect(await names('.env', 'out')).toEqual(['.env', 'out/x.js']);
  });

  test('a .gitignore above the given folder counts', async () => {
    const root = project({
      '.git/HEAD': '',
      '.gitignore': 'src/gen\n',
      'src/gen/x.ts': 'SECRET(1)',
      'src/a.ts': 'SECRET(2)',
    });
    expect((await json(join(root, 'src'), '.')).report.findings.map(({ file }) => file)).toEqual(['a.ts']);
  });

  test('PATH missing, wrong options, unknown commands: usage on standard error, exit 2', async () => {
    const root = project({});
    for (const argv of [
      ['scan'],
      [],
      ['scan', '--format', 'xml', '.'],
      ['scan', '--what', '.'],
      ['scan', '--format'],
      ['look', '.'],
    ]) {
      const { code, stdout, stderr } = await cli(root, argv);
      expect({ argv, code, stdout }).toEqual({ argv, code: 2, stdout: '' });
      expect(stderr).toContain('Usage: secretless');
    }
    expect((await cli(root, ['scan', '--format', 'xml', '.'])).stderr).toContain(
      '--format must be text, json, sarif, not "xml"',
    );
  });

  test('help and version go to standard output, exit 0', async () => {
    const root = project({});
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await cli(root, ['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect((await cli(root, ['--help'])).stdout).toContain('Usage: secretless COMMAND');
    expect((await cli(root, ['scan', '--help'])).stdout).toContain('--baseline FILE');
    expect((await cli(root, ['help', 'migrate'])).stdout).toContain('--to KIND');
  });
});

describe('scan: bad input', () => {
  test('a path that is not there: said, exit 2, the others are scanned', async () => {
    const root = project({ 'a.ts': 'SECRET(1)' });
    const { code, stderr, report } = await json(root, 'nowhere', 'a.ts');
    expect(stderr).toBe('secretless: nowhere: no such file or folder\n');
    expect(report.findings).toHaveLength(1);
    expect(report.skipped).toEqual([{ file: 'nowhere', reason: 'no such file or folder' }]);
    expect(code).toBe(2);
  });

  test('binary, UTF-16 and invalid UTF-8: skipped with a reason, or scanned', async () => {
    const root = project({
      'a.bin': Uint8Array.of(1, 2, 0, 3),
      'le.txt': Buffer.from('\uFEFFSECRET(1)', 'utf16le'),
      'latin.ts': Buffer.from('// caf\u00e9\nSECRET(1)', 'latin1'),
      'empty.ts': '',
    });
    const { report, code } = await json(root, '.');
    expect(report.skipped).toEqual([{ file: 'a.bin', reason: 'binary file' }]);
    expect(report.findings.map(({ file, range }) => [file, range.start.line])).toEqual([
      ['latin.ts', 1],
      ['le.txt', 0],
    ]);
    expect(code).toBe(1);
  });

  test.each([
    'a.ts',
    'Program.cs',
    '.env',
    '.env.prod',
    'appsettings.json',
    'main.tf',
    'Dockerfile',
    'run.ps1',
    'web.config',
  ])('one NUL byte does not hide what is in %s: it is said, exit 2', async (path) => {
    const root = project({ [path]: Buffer.from('SECRET(1)\n\0\n'), 'a.png': Uint8Array.of(137, 0, 0, 1) });
    const { report, code, stderr } = await json(root, '.');
    const reason = 'its name says that it is text, but it is not';
    expect(report.skipped).toEqual(
      [
        { file: 'a.png', reason: 'binary file' },
        { file: path, reason },
      ].sort((a, b) => (a.file < b.file ? -1 : 1)),
    );
    expect(stderr).toBe(`secretless: ${path}: ${reason}\n`);
    expect(code).toBe(2);
    expect((await cli(root, ['migrate', '.'])).code).toBe(2);
  });

  test('UTF-16 without a mark and with other letters than those of ASCII is said', async () => {
    const text = Buffer.from('// caf\u00e9 \u0142\nSECRET(1)', 'utf16le');
    const { report, code } = await json(project({ 'a.ts': text, 'a.dat': text }), '.');
    expect(report.skipped.map(({ file }) => file)).toEqual(['a.dat', 'a.ts']);
    expect(code).toBe(2);
  });

  test('a line of 1 MB, in a file of 5 MB', async () => {
    const root = project({ 'a.ts': `${'x'.repeat(1024 * 1024)}SECRET(1)\r\n${'é\n'.repeat(1_400_000)}SECRET(2)` });
    const { report } = await json(root, '.');
    expect(report.findings.map(({ range }) => range.start)).toEqual([
      { line: 0, character: 1048583, offset: 1048583 },
      { line: 1_400_001, character: 7, offset: 1048587 + 2_800_000 + 7 },
    ]);
  });

  test('link loops end; a link given as PATH is followed', async () => {
    const root = project({ 'a/x.ts': 'SECRET(1)' });
    symlinkSync('..', join(root, 'a/up'));
    symlinkSync('self', join(root, 'self'));
    symlinkSync('a', join(root, 'link'));
    symlinkSync('gone', join(root, 'dangling'));
    expect((await json(root, '.')).report.findings.map(({ file }) => file)).toEqual(['a/x.ts']);
    expect((await json(root, 'link')).report.findings.map(({ file }) => file)).toEqual(['a/x.ts']);
    expect((await json(root, 'self')).code).toBe(2);
    expect((await json(root, 'dangling')).code).toBe(2);
  });

  test('an unreadable folder is reported, the rest is scanned, exit 2', async () => {
    // Administrators may read everything, so the refusal is played.
    const { nodeFiles } = await import('../../src/cli/node-files');
    const { inputs } = await import('../../src/cli/collect');
    const { skip } = await import('../../src/core/skips');
    const root = project({ 'a.ts': '', 'locked/b.ts': '', 'open/c.ts': '' });
    const denied = (at: string): Files => {
      const files = nodeFiles(at);
      return { ...files, list: (folder) => (folder === 'locked' ? skip('denied') : files.list(folder)) };
    };
    const seen: unknown[] = [];
    for await (const input of inputs(root, ['.'], true, denied)) seen.push('reason' in input ? input : input.file);
    expect(seen).toEqual(['a.ts', { file: 'locked', reason: 'permission denied', trouble: true }, 'open/c.ts']);
  });

  test('a file that goes away during the scan is no trouble', async () => {
    const root = project({ 'a.ts': 'SECRET(1)', 'b.ts': 'SECRET(2)' });
    const engine = fakeEngine();
    const slow: Engine = {
      ...engine,
      scan: (document, options) => {
        rmSync(join(root, 'b.ts'), { force: true });
        return engine.scan(document, options);
      },
    };
    const { code, stdout, stderr } = await cli(root, ['scan', '.'], { engineFor: () => slow });
    expect(stdout).toContain('1 finding in 1 of 1 file');
    expect(stdout).toContain('Skipped 1: no such file or folder.');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  test('a crash in one file is told without its text, exit 2, the others are scanned', async () => {
    const root = project({ 'a.ts': 'crash! hush-hush', 'b.ts': 'SECRET(1)' });
    const { code, stdout, stderr, report } = await json(root, '.');
    expect(report.findings).toHaveLength(1);
    expect(stderr).toBe('secretless: a.ts: the scan failed (TypeError); please report it\n');
    expect(stdout + stderr).not.toContain('hush-hush');
    expect(code).toBe(2);
  });

  test('a folder named like a file, odd names, an empty folder', async () => {
    const root = project({ 'x.ts/y.ts': 'SECRET(1)', 'ä b#%.ts': 'SECRET(2)', '-dash.ts': 'SECRET(3)' });
    mkdirSync(join(root, 'empty'));
    writeFileSync(join(root, '.env'), 'SECRET(4)');
    const { report } = await json(root, '--', '.', '-dash.ts');
    expect(report.findings.map(({ file }) => file)).toEqual(['-dash.ts', '.env', 'x.ts/y.ts', 'ä b#%.ts']);
  });
});
