import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/cli/node-files';
import type { Files } from '../../src/core/files';
import { walk } from '../../src/project/walk';
import type { WalkOptions } from '../../src/project/walk';
import { link, memoryFiles } from '../support/memory-files';

async function paths(files: Files, folder = '', options: WalkOptions = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const { path, skip } of walk(files, folder, options)) found.push(skip ? `${path}: ${skip.reason}` : path);
  return found;
}

describe('walk', () => {
  test('files of a folder before its folders, by name; links and unreadable folders', async () => {
    const files = memoryFiles({ 'b/y': '', 'b/x': '', 'a/z': '', c: '', locked: null, round: link });
    expect(await paths(files)).toEqual(['c', 'a/z', 'b/x', 'b/y', 'locked: denied']);
  });

  test('is lazy: nothing is listed before its turn', async () => {
    const files = memoryFiles({ 'a/x': '', 'b/y': '', c: '' });
    const walking = walk(files, '', { ignore: false });
    await walking.next();
    expect(files.log).toEqual(['list ']);
    await walking.next();
    expect(files.log).toEqual(['list ', 'list a']);
  });

  test('a root that is not there is a skip', async () => {
    expect(await paths(memoryFiles({}))).toEqual([': missing']);
  });

  test('rules of every level: deeper ones speak first', async () => {
    const files = memoryFiles({
      '.gitignore': '*.log\n/top\nbuild/\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      top: '',
      'src/top': '',
      'src/.gitignore': '!b.log\nkeep.log\n',
      'src/b.log': '',
      'src/keep.log': '',
      'src/build/x': '',
    });
    expect(await paths(files)).toEqual(['.gitignore', 'keep.log', 'src/.gitignore', 'src/b.log', 'src/top']);
  });

  test('.secretlintignore has the last word in its folder; .git/info/exclude counts', async () => {
    const files = memoryFiles({
      '.git/info/exclude': 'local\n',
      '.gitignore': '.env\n',
      '.secretlintignore': '!.env\nfixtures/\n',
      '.env': '',
      local: '',
      'fixtures/x': '',
    });
    expect(await paths(files)).toEqual(['.env', '.gitignore', '.secretlintignore']);
  });

  test('vendored folders are left out, build output is not', async () => {
    const files = memoryFiles({
      '.git/config': '',
      'node_modules/x/i.js': '',
      'env/pyvenv.cfg': '',
      'env/x.py': '',
      'vendor/modules.txt': '',
      'vendor/x.go': '',
      'lib/vendor/mine.ts': '',
      'target/CACHEDIR.TAG': '',
      'target/x': '',
      'dist/x.js': '',
    });
    expect(await paths(files)).toEqual(['dist/x.js', 'lib/vendor/mine.ts']);
    expect(await paths(files, '', { ignore: false })).toEqual([
      'dist/x.js',
      'env/pyvenv.cfg',
      'env/x.py',
      'lib/vendor/mine.ts',
      'node_modules/x/i.js',
      'target/CACHEDIR.TAG',
      'target/x',
      'vendor/modules.txt',
      'vendor/x.go',
    ]);
  });

  test('a folder that was asked for is walked, though ignored; rules above it hold inside', async () => {
    const files = memoryFiles({
      '.gitignore': 'out/\n*.map\nsrc/gen\n',
      'out/x.js': '',
      'out/x.map': '',
      'src/gen/y': '',
      'src/z': '',
    });
    expect(await paths(files, 'out')).toEqual(['out/x.js', 'out/x.map']);
    expect(await paths(files, 'src')).toEqual(['src/z']);
    expect(await paths(files, 'src/gen')).toEqual(['src/gen/y']);
  });

  test('lines no pattern can be made of are passed over', async () => {
    const files = memoryFiles({ '.gitignore': '[\n\\\na**b\n/\n!\n#x\n \nx.ts\r\n', 'x.ts': '', 'y.ts': '' });
    expect(await paths(files)).toContain('y.ts');
    expect(await paths(files)).not.toContain('x.ts');
  });

  test('agrees with git', async () => {
    const name = fc.constantFrom('a', 'b', 'a.log', 'b.ts', '.env', 'A');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const pattern = fc.constantFrom(
      ...[
        'a',
        'a/',
        '/a',
        '/a/',
        '*.log',
        '!a.log',
        'a/*',
        '!a/b',
        '**/b',
        'a/**',
        '*',
        '!*/',
        '!b.ts',
        '[ab]',
        '?',
        '.env',
        'a/**/b',
        '\\!a',
        'b.ts ',
      ],
    );
    const rules = fc.array(pattern, { maxLength: 3 }).map((lines) => lines.join('\n'));
    const tree = fc.record({
      paths: fc.uniqueArray(path, { minLength: 1, maxLength: 10 }),
      rules: fc.dictionary(fc.constantFrom('', 'a', 'b', 'a/b'), rules),
    });
    await fc.assert(
      fc.asyncProperty(tree, async (made) => {
        const root = mkdtempSync(join(tmpdir(), 'secretless-git-'));
        try {
          for (const file of made.paths) put(root, file, '');
          for (const [folder, text] of Object.entries(made.rules)) put(root, join(folder, '.gitignore'), text);
          const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
          git('init', '-q');
          const expected = git('-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--exclude-standard');
          expect((await paths(nodeFiles(root))).sort()).toEqual(expected.split('\0').filter(Boolean).sort());
        } finally {
          rmSync(root, { recursive: true, force: true });
        }
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});

/** Writes a file unless a folder or a file is in its way. */
function put(root: string, file: string, text: string): void {
  try {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  } catch {
    return;
  }
}
