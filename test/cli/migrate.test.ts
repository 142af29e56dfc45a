import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Redacted } from '../../src/core/redacted';
import type { Files } from '../../src/core/files';
import type { Engine } from '../../src/engine/engine';
import { fakeEngine } from './fake-engine';
import { cli, contents, project } from './project';

const manifest = '{\n"name": "x"\n}\n';

describe('migrate', () => {
  test('prints a unified diff of everything the plans touch, and changes nothing', async () => {
    const files = {
      'package.json': manifest,
      '.env': 'OTHER=hidden-one\nNAME=hidden-two\nLAST=hidden-three\n',
      '.gitignore': '.env\n',
      'src/a.ts': 'first\nx = READ(NAME)\nlast\n',
    };
    const root = project(files);
    const { code, stdout, stderr } = await cli(root, ['migrate', '.']);
    expect(stdout).toBe(
      `--- a/.env
+++ b/.env
@@ -2,1 +2,1 @@
-NAME=[redacted]
+ENDPOINT=https://example.test
--- a/package.json
+++ b/package.json
@@ -1,3 +1,4 @@
 {
 "name": "x"
+"identity": 1
 }
--- a/src/a.ts
+++ b/src/a.ts
@@ -1,3 +1,3 @@
 first
-x = READ(NAME)
+x = CREDENTIAL
 last
#
# Left to do by hand:
# 1. Grant the role.
#    It opens the fake. Wait.
#      az role create --name "a b"
#      # or, elsewhere:
#      az other create
# 2. Rotate the key.
#
# 1 migration in 3 files; --write makes the changes.
`,
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(contents(root)).toEqual(files);
  });

  test('what stood in settings files is not shown, in whatever form', async () => {
    const root = project({
      'a.ts': 'READ(NAME)',
      '.env': '# note\nexport NAME = "hidden 1" # hidden 2\nNAME=hidden3\r\n',
      '.env.example': 'NAME=\n',
      '.env.local': 'hidden4\nNAME=hidden5\nhidden6',
    });
    const { stdout } = await cli(root, ['migrate', '.']);
    expect(stdout).toContain('-NAME=\n+ENDPOINT=https://example.test\n');
    expect(stdout).toContain('-NAME=[redacted]');
    expect(stdout).not.toContain('hidden');
  });

  test('a folder given as PATH bounds what is written; of a file that is its project', async () => {
    const files = { 'package.json': manifest, '.env': 'NAME=1\n', 'src/a.ts': 'READ(NAME)' };
    const inFolder = project(files);
    const { stderr } = await cli(inFolder, ['migrate', '--write', 'src']);
    expect(stderr).toContain('src/a.ts:1: key-auth/fake-service stays: .env is read-only');
    expect(contents(inFolder)).toEqual(files);
    const ofFile = project(files);
    await cli(ofFile, ['migrate', '--write', 'src/a.ts']);
    expect(contents(ofFile)).toMatchObject({ '.env': 'ENDPOINT=https://example.test\n', 'src/a.ts': 'CREDENTIAL' });
  });

  test('the diff is one that git applies', async () => {
    const root = project({
      'package.json': '{\r\n}\r\n',
      'a.ts': 'no line end READ(A)',
      'b.ts': '1\n2\n3\n4\n5\nREAD(B)\n',
    });
    const { stdout } = await cli(root, ['migrate', '.']);
    execFileSync('git', ['apply', '-'], { cwd: root, input: stdout });
    const applied = contents(root);
    expect(applied).toEqual({
      'package.json': '{\r\n"identity": 1\r\n}\r\n',
      'a.ts': 'no line end CREDENTIAL',
      'b.ts': '1\n2\n3\n4\n5\nCREDENTIAL\n',
    });
  });

  test('--write: byte-order mark, line ends, mode, bytes around stay; exit 0 when nothing is left', async () => {
    const root = project({
      'package.json': '\uFEFF{\r\n}',
      'src/a.ts': Buffer.from('\uFEFF// é \u{1F511}\r\nx = SECRET(hush)\r\ny = READ(NAME)\rz', 'utf8'),
      '.env': 'NAME=hush\r\n',
      'src/.env.local': 'NAME=hush2',
    });
    chmodSync(join(root, 'src/a.ts'), 0o750);
    const { code, stdout, stderr } = await cli(root, ['migrate', '--write', 'src/a.ts']);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      `src/a.ts: Use DefaultAzureCredential for Fake Service
    changed: src/a.ts, package.json
src/a.ts: Use DefaultAzureCredential for Fake Service
    changed: src/a.ts, .env, src/.env.local

Left to do by hand:
1. Grant the role.
   It opens the fake. Wait.
     az role create --name "a b"
     # or, elsewhere:
     az other create
2. Rotate the key.

2 migrations, 4 files changed.
`,
    );
    const latin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
    expect(contents(root)).toEqual({
      'package.json': latin('\uFEFF{\r\n"identity": 1\r\n}'),
      'src/a.ts': latin('\uFEFF// é \u{1F511}\r\nx = CREDENTIAL\r\ny = CREDENTIAL\rz'),
      '.env': 'ENDPOINT=https://example.test\r\n',
      'src/.env.local': 'ENDPOINT=https://example.test\n',
    });
    expect(statSync(join(root, 'src/a.ts')).mode & 0o777).toBe(0o750);
    expect(code).toBe(0);
    expect(await cli(root, ['migrate', '--write', '.'])).toEqual({
      code: 0,
      stdout: 'Nothing to migrate.\n',
      stderr: '',
    });
  });

  test('several plans in a file compose: each sees what the last one did', async () => {
    const root = project({ 'package.json': manifest, 'a.ts': 'SECRET(one) SECRET(two)\nSECRET(three)\n' });
    const { stdout, code } = await cli(root, ['migrate', '--write', '.']);
    expect(stdout).toContain('3 migrations, 2 files changed.');
    expect(contents(root)['a.ts']).toBe('CREDENTIAL CREDENTIAL\nCREDENTIAL\n');
    expect(contents(root)['package.json']).toBe('{\n"name": "x"\n"identity": 1\n}\n');
    expect(code).toBe(0);
  });

  test('refusals are explained on standard error with their line; exit 1', async () => {
    const root = project({ 'a.ts': '\nKEEP(hush)\nSECRET(refused)\nSECRET(ok)\n' });
    const { code, stdout, stderr } = await cli(root, ['migrate', '--write', '.']);
    expect(stderr).toBe(
      'secretless: a.ts:2: hardcoded/fake-key stays: this one stays\n' +
        'secretless: a.ts:3: hardcoded/fake-key stays: the plan refuses\n',
    );
    expect(stdout).toContain('1 migration, 1 file changed. 2 findings stay.');
    expect(contents(root)['a.ts']).toBe('\nKEEP(hush)\nSECRET(refused)\nCREDENTIAL\n');
    expect(code).toBe(1);
  });

  test('--rule takes rules and families; unknown ones get the nearest names, exit 2', async () => {
    const files = { 'a.ts': 'SECRET(1) READ(NAME)' };
    const after = async (...args: string[]) => {
      const root = project(files);
      await cli(root, ['migrate', '--write', ...args, '.']);
      return contents(root)['a.ts'];
    };
    expect(await after('--rule', 'hardcoded/fake-key')).toBe('CREDENTIAL READ(NAME)');
    expect(await after('--rule', 'key-auth')).toBe('SECRET(1) CREDENTIAL');
    expect(await after('--rule', 'key-auth', '--rule', 'hardcoded/fake-key')).toBe('CREDENTIAL CREDENTIAL');
    const { code, stdout, stderr } = await cli(project(files), ['migrate', '--rule', 'hardcoded/fakekey', '.']);
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'secretless: there is no rule "hardcoded/fakekey"; did you mean hardcoded/fake-key, hardcoded/lone-key?\n',
    });
  });

  test('--to: a kind that the finding has no fix for is no edit', async () => {
    const root = project({ 'a.ts': 'SECRET(1)' });
    const { stderr, stdout, code } = await cli(root, ['migrate', '--write', '--to', 'key-vault', '.']);
    expect(stderr).toBe(
      'secretless: a.ts:1: hardcoded/fake-key stays: --to identity helps: Use DefaultAzureCredential for Fake Service\n',
    );
    expect(stdout).toBe('Nothing was migrated. 1 finding stays.\n');
    expect(code).toBe(1);
    expect((await cli(root, ['migrate', '--to', 'moon', '.'])).code).toBe(2);
  });
});

describe('migrate: what it takes along', { timeout: 60_000 }, () => {
  const files = {
    'app.ts': 'const key = SECRET(abc);\n',
    'notes.env': 'KEY=SECRET(abc)\n',
  };

  test('--only code leaves files alone that are no code; without it they change too', async () => {
    const all = project(files);
    await cli(all, ['migrate', '--write', '.']);
    expect(contents(all)['notes.env']).not.toContain('SECRET');
    const code = project(files);
    const { stderr } = await cli(code, ['migrate', '--write', '--only', 'code', '.']);
    expect(contents(code)['app.ts']).not.toContain('SECRET');
    expect(contents(code)['notes.env']).toBe(files['notes.env']);
    expect(stderr).not.toContain('notes.env');
  });

  test('--only takes nothing but code', async () => {
    const { code, stderr } = await cli(project(files), ['migrate', '--only', 'settings', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('--only');
  });
});

describe('migrate: bad input', () => {
  test('a read-only file of a plan: a message, and nothing of the plan is written', async () => {
    const files = { 'package.json': manifest, 'a.ts': 'SECRET(1)', 'b.ts': 'SECRET(2)' };
    const root = project(files);
    chmodSync(join(root, 'a.ts'), 0o444);
    const { code, stderr } = await cli(root, ['migrate', '--write', '.']);
    expect(stderr).toBe('secretless: a.ts:1: hardcoded/fake-key stays: a.ts is read-only\n');
    expect(contents(root)).toEqual({
      ...files,
      'package.json': '{\n"name": "x"\n"identity": 1\n}\n',
      'b.ts': 'CREDENTIAL',
    });
    expect(code).toBe(1);
  });

  test('invalid UTF-8 is never written: not-utf8', async () => {
    const bytes = Buffer.concat([Buffer.from('SECRET(1) '), Buffer.of(0xe9, 0xed, 0xa0, 0x80)]);
    const root = project({ 'a.ts': bytes });
    const { code, stderr } = await cli(root, ['migrate', '--write', '.']);
    expect(stderr).toContain('a.ts is not valid UTF-8 (not-utf8)');
    expect(contents(root)['a.ts']).toBe(bytes.toString('latin1'));
    expect(code).toBe(1);
  });

  test('a file that changes meanwhile stops the whole plan, exit 2', async () => {
    const root = project({ 'package.json': manifest, 'a.ts': 'SECRET(1)' });
    const slow = (files: Files): Engine => {
      const engine = fakeEngine({}, files);
      return {
        ...engine,
        planFile: async (...request) => {
          const plan = await engine.planFile(...request);
          writeFileSync(join(root, 'package.json'), '{"mine": true}');
          return plan;
        },
      };
    };
    const { code, stderr } = await cli(root, ['migrate', '--write', '.'], { engineFor: slow });
    expect(stderr).toBe(
      'secretless: a.ts:1: hardcoded/fake-key stays: nothing was written: package.json changed meanwhile\n',
    );
    expect(contents(root)).toEqual({ 'package.json': '{"mine": true}', 'a.ts': 'SECRET(1)' });
    expect(code).toBe(2);
  });

  test('a plan that reaches out of the project is not applied', async () => {
    for (const path of ['../outside.txt', '/etc/outside.txt']) {
      const root = project({ 'a.ts': 'SECRET(1)', 'other.ts': 'x' });
      const wild = (files: Files): Engine => {
        const engine = fakeEngine({}, files);
        return {
          ...engine,
          planFile: async (...request) => {
            const plan = await engine.planFile(...request);
            const edits = [{ span: { start: 0, end: 0 }, newText: 'x' }];
            return { ...plan, files: [...plan.files, { path, basis: new Redacted(''), edits }] };
          },
        };
      };
      const { stderr } = await cli(root, ['migrate', '--write', '.'], { engineFor: wild });
      expect(stderr).toMatch(/lies outside the project/);
      expect(contents(root)).toEqual({ 'a.ts': 'SECRET(1)', 'other.ts': 'x' });
    }
  });

  test('edits that do not fit the text: said, nothing written, exit 2', async () => {
    const root = project({ 'a.ts': 'SECRET(1)', 'b.ts': 'clean' });
    const broken = (files: Files): Engine => {
      const engine = fakeEngine({}, files);
      return {
        ...engine,
        planFile: async (...request) => {
          const plan = await engine.planFile(...request);
          const edits = [{ span: { start: 5, end: 900 }, newText: '' }];
          return plan.files.length === 0
            ? plan
            : { ...plan, files: [{ path: 'a.ts', basis: new Redacted(''), edits }] };
        },
      };
    };
    const { code, stderr } = await cli(root, ['migrate', '--write', '.'], { engineFor: broken });
    expect(stderr).toBe('secretless: a.ts: the migration failed (RangeError); please report it\n');
    expect(contents(root)['a.ts']).toBe('SECRET(1)');
    expect(code).toBe(2);
  });

  test('a link given as PATH: what it points to is written, the link stays', async () => {
    const root = project({ 'real/a.ts': 'SECRET(1)' });
    symlinkSync('real/a.ts', join(root, 'link.ts'));
    await cli(root, ['migrate', '--write', 'link.ts']);
    expect(contents(root)).toEqual({ 'real/a.ts': 'CREDENTIAL' });
    expect(readdirSync(root).sort()).toEqual(['link.ts', 'real']);
  });

  test('malformed manifests and settings, binary and empty files beside the code do no harm', async () => {
    const root = project({
      'package.json': '{ "name": ',
      '.env': Uint8Array.of(0, 1, 2),
      '.env.example': 'no equals sign\n=\n"\n',
      'appsettings.json': '',
      'a.ts': 'READ(NAME)',
    });
    const before = contents(root);
    const { code, stderr } = await cli(root, ['migrate', '--write', '.']);
    expect(contents(root)).toEqual({ ...before, 'a.ts': 'CREDENTIAL' });
    // Settings that cannot be read may hold a secret: said, and no success.
    expect(stderr).toContain('.env: its name says that it is text, but it is not');
    expect(code).toBe(2);
  });
});
