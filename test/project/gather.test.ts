import { describe, expect, test } from 'vitest';
import { gatherProject } from '../../src/project/gather';
import { link, memoryFiles } from '../support/memory-files';

const gathered = async (...args: Parameters<typeof gatherProject>): Promise<string[]> =>
  (await gatherProject(...args)).files.map(({ path, editable }) => (editable ? path : `${path} (not editable)`));

describe('gatherProject', () => {
  test('the nearest manifest only; settings files of the folder and of those above', async () => {
    const files = memoryFiles({
      '.gitignore': '.env*\nlocal.settings.json\n',
      '.env': '',
      '.env.production': '',
      'package.json': '',
      'app/package.json': '',
      'app/local.settings.json': '',
      'app/src/appsettings.Development.json': '',
      'app/src/x.ts': '',
      'app/src/y.ts': '',
      'lib/.env': '',
      'app/src/.envrc': link,
    });
    expect(await gathered(files, 'app/src/x.ts', [])).toEqual([
      '.env',
      '.env.production',
      'app/local.settings.json',
      'app/package.json',
      'app/src/appsettings.Development.json',
    ]);
  });

  test('manifests by language', async () => {
    const files = memoryFiles({
      'Directory.Packages.props': '',
      'go.mod': '',
      'pom.xml': '',
      'requirements.txt': '',
      'web/Web.csproj': '',
      'web/a.cs': '',
      'a.py': '',
      'a.java': '',
      'a.go': '',
      'a.mts': '',
      'package.json': '',
    });
    expect(await gathered(files, 'web/a.cs', [])).toEqual(['Directory.Packages.props', 'web/Web.csproj']);
    expect(await gathered(files, 'a.py', [])).toEqual(['requirements.txt']);
    expect(await gathered(files, 'a.java', [])).toEqual(['pom.xml']);
    expect(await gathered(files, 'a.go', [])).toEqual(['go.mod']);
    expect(await gathered(files, 'a.mts', [])).toEqual(['package.json']);
  });

  test('readers of a setting, as a scan finds them, with their manifests; a document in .env has no manifest of its own', async () => {
    const files = memoryFiles({
      '.gitignore': 'out\n',
      '.env': 'STORAGE_CONNECTION=',
      'api/package.json': '',
      'api/src/a.ts': 'process.env.STORAGE_CONNECTION',
      'api/src/b.ts': 'process.env.OTHER',
      'deploy/compose.yaml': 'STORAGE_CONNECTION: x',
      'README.md': 'STORAGE_CONNECTION',
      'package-lock.json': 'STORAGE_CONNECTION',
      'out/a.js': 'STORAGE_CONNECTION',
      'node_modules/p/i.js': 'STORAGE_CONNECTION',
      'api/big.js': `STORAGE_CONNECTION${' '.repeat(2_000_000)}`,
      'api/binary.js': Uint8Array.of(0),
    });
    expect(await gathered(files, '.env', ['STORAGE_CONNECTION'])).toEqual([
      'api/package.json',
      'api/src/a.ts',
      'deploy/compose.yaml',
    ]);
    expect(await gathered(files, '.env', [''])).toEqual([]);
  });

  test('files that cannot be written, or not without loss, are not editable', async () => {
    const files = memoryFiles({ 'package.json': '{}', '.env': Uint8Array.of(0x41, 0xe9), 'x.ts': '' }, [
      'package.json',
    ]);
    expect(await gathered(files, 'x.ts', [])).toEqual(['.env (not editable)', 'package.json (not editable)']);
  });

  test('when the search ends at a limit, settings files are not editable', async () => {
    const files = memoryFiles({ '.env': 'NAME=', 'a.ts': 'NAME', 'b.ts': 'NAME', 'c.ts': 'NAME', 'package.json': '' });
    const limits = { searched: 20, bytes: 1000, found: 20 };
    expect(await gathered(files, 'a.ts', ['NAME'], [], limits)).toEqual(['.env', 'b.ts', 'c.ts', 'package.json']);
    expect(await gathered(files, 'a.ts', ['NAME'], [], { ...limits, searched: 3 })).toEqual([
      '.env (not editable)',
      'b.ts',
      'package.json',
    ]);
    expect(await gathered(files, 'a.ts', ['NAME'], [], { ...limits, found: 2 })).toEqual([
      '.env (not editable)',
      'package.json',
    ]);
  });

  test('unreadable folders and files are passed over', async () => {
    expect(await gathered(memoryFiles({ app: null, 'x.ts': '' }), 'app/x.ts', ['NAME'])).toEqual([]);
  });
});
