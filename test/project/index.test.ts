import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createModel } from '../../src/project/model';
import { createTree } from '../../src/project/tree';
import type { Tree } from '../../src/project/tree';
import { createWordIndex } from '../../src/project/word-index';
import type { WordIndex } from '../../src/project/word-index';
import { yieldingTask } from '../../src/project/task';
import { createWordScanner, filterTest } from '../../src/project/words';
import { link, memoryFiles } from '../support/memory-files';

const LIMITS = { files: 1000, bytes: 100_000, found: 100 };

const mentioning = async (files: Files, word: string, path = 'a.ts') =>
  (await createModel(files).filesMentioning([word], path, 'workspace')).files.map((file) => file.path);

describe('the filter of words', () => {
  const { filterOf } = createWordScanner();

  test('never denies a word of a text', () => {
    const word = fc.stringMatching(/^[A-Za-z_é][\w]{0,20}$/);
    const joint = fc.constantFrom(' ', '\n', '.', '::', '"', '$', '${', '-', '/', '=');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, joint), { minLength: 1, maxLength: 300 }), (parts) => {
        const filter = filterOf(parts.flat().join(''));
        for (const [one] of parts) {
          expect(filterTest([one])(filter)).toBe(true);
          expect(filterTest([one.toUpperCase()])(filter)).toBe(true);
        }
      }),
    );
  });

  test('denies nearly all others, at a size that goes by the words', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `word${String(i)}x`);
    const filter = filterOf(`${words.join(' ')} ${words.join(' ')}`);
    expect(filter.byteLength).toBeLessThan(5000 * 2);
    const denied = Array.from({ length: 5000 }, (_, i) => `other${String(i)}x`).filter(
      (one) => !filterTest([one])(filter),
    );
    expect(denied.length).toBeGreaterThan(4900);
  });

  test('all words of one of the names; words that it does not keep decide nothing', () => {
    const filter = filterOf('Azure:Storage 123');
    expect(filterTest(['Azure__Storage', 'azure.storage'])(filter)).toBe(true);
    expect(filterTest(['Azure:Queue'])(filter)).toBe(false);
    expect(filterTest(['Azure:0'])(filter)).toBe(true);
    expect(filterTest([])(filter)).toBe(false);
  });
});

describe('files that mention a word', () => {
  test('as a whole word, as a scan would find them; settings files although git ignores them', async () => {
    const files = memoryFiles({
      '.gitignore': 'out\n.env\n',
      '.env': 'STORAGE_CONNECTION=',
      'api/src/a.ts': 'process.env.STORAGE_CONNECTION',
      'api/src/b.ts': 'process.env.STORAGE_CONNECTION_2',
      'deploy/compose.yaml': 'STORAGE_CONNECTION: x',
      'README.md': 'STORAGE_CONNECTION',
      'package-lock.json': 'STORAGE_CONNECTION',
      'out/a.js': 'STORAGE_CONNECTION',
      'node_modules/p/i.js': 'STORAGE_CONNECTION',
      'api/big.js': `STORAGE_CONNECTION${' '.repeat(2_000_000)}`,
      'api/binary.js': Uint8Array.of(0),
      'api/linked.ts': link,
      'api/own.ts': 'STORAGE_CONNECTION',
    });
    expect(await mentioning(files, 'STORAGE_CONNECTION', 'api/own.ts')).toEqual([
      '.env',
      'api/src/a.ts',
      'deploy/compose.yaml',
    ]);
    expect(await mentioning(files, '')).toEqual([]);
  });

  test('in the project, in related ones, in the whole workspace', async () => {
    const files = memoryFiles({
      'package.json': '{"workspaces":["*"]}',
      'a/package.json': '{"name":"a","dependencies":{"b":"*"}}',
      'a/x.ts': 'NAME',
      'b/package.json': '{"name":"b"}',
      'b/x.ts': 'NAME',
      'c/package.json': '{"name":"c"}',
      'c/x.ts': 'NAME',
      'compose.yaml': 'NAME',
    });
    const within = async (scope: 'project' | 'related' | 'workspace') =>
      (await createModel(files).filesMentioning(['NAME'], 'a/y.ts', scope)).files.map(({ path }) => path);
    expect(await within('project')).toEqual(['a/x.ts']);
    expect(await within('related')).toEqual(['a/x.ts', 'b/x.ts', 'compose.yaml']);
    expect(await within('workspace')).toEqual(['a/x.ts', 'b/x.ts', 'c/x.ts', 'compose.yaml']);
  });

  test('that cannot be written, or not without loss, are not editable; a limit makes the answer incomplete', async () => {
    const files = memoryFiles(
      { 'a.ts': 'NAME', 'b.ts': 'NAME', '.env': Uint8Array.of(0x4e, 0x41, 0x4d, 0x45, 0x20, 0xe9) },
      ['b.ts'],
    );
    const found = await createModel(files).filesMentioning(['NAME'], 'x.ts', 'workspace');
    expect(found.files.map(({ path, editable }) => [path, editable])).toEqual([
      ['.env', false],
      ['a.ts', true],
      ['b.ts', false],
    ]);
    expect(found.complete).toBe(true);
    expect(
      await createModel(files, { ...LIMITS, found: 2 }).filesMentioning(['NAME'], 'x.ts', 'workspace'),
    ).toMatchObject({ complete: false });
    expect(
      await createModel(files, { ...LIMITS, files: 2 }).filesMentioning(['NAME'], 'x.ts', 'workspace'),
    ).toMatchObject({ complete: false });
  });

  test('and vanish while being read are passed over', async () => {
    const inner = memoryFiles({ 'a.ts': 'NAME', 'b.ts': 'NAME' });
    let reads = 0;
    const files: Files = {
      ...inner,
      read: (path, limit) => (path === 'b.ts' && ++reads > 1 ? inner.read('gone', limit) : inner.read(path, limit)),
    };
    const found = await createModel(files).filesMentioning(['NAME'], 'x.ts', 'workspace');
    expect(found).toMatchObject({ files: [{ path: 'a.ts' }], complete: true });
  });
});

describe('files around a document', () => {
  const around = async (files: Files, path: string) =>
    (await createModel(files).filesAround(path)).map((file) =>
      file.editable ? file.path : `${file.path} (not editable)`,
    );

  test('the nearest manifest only; settings files of the folder, of those above and of the project', async () => {
    const files = memoryFiles({
      '.gitignore': '.env*\nlocal.settings.json\n',
      '.env': '',
      '.env.production': '',
      'package.json': '{"name":"root"}',
      'app/package.json': '{"name":"app"}',
      'app/local.settings.json': '',
      'app/config/.env': '',
      'app/src/appsettings.Development.json': '',
      'app/src/x.ts': '',
      'lib/.env': '',
      'app/src/.envrc': link,
    });
    expect(await around(files, 'app/src/x.ts')).toEqual([
      '.env',
      '.env.production',
      'app/config/.env',
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
      'package.json': '',
    });
    expect(await around(files, 'web/a.cs')).toEqual(['Directory.Packages.props', 'web/Web.csproj']);
    expect(await around(files, 'a.py')).toEqual(['requirements.txt']);
    expect(await around(files, 'a.java')).toEqual(['pom.xml']);
    expect(await around(files, 'a.go')).toEqual(['go.mod']);
    expect(await around(files, 'a.mts')).toEqual(['package.json']);
  });

  test('that cannot be written are not editable; unreadable ones are passed over', async () => {
    const files = memoryFiles({ 'package.json': '{}', '.env': Uint8Array.of(0x41, 0xe9), 'x.ts': '', app: null }, [
      'package.json',
    ]);
    expect(await around(files, 'x.ts')).toEqual(['.env (not editable)', 'package.json (not editable)']);
    expect(await around(memoryFiles({ app: null }), 'app/x.ts')).toEqual([]);
  });
});

describe('the index', () => {
  const big = (count: number) =>
    memoryFiles(
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`f${String(i)}.ts`, `word${String(i)} ${'filler '.repeat(5000)}`]),
      ),
    );

  test('tells how far it is, and is not built twice', async () => {
    const files = big(50);
    const model = createModel(files);
    const seen: number[] = [];
    const report = await model.index({ onProgress: ({ done, total }) => (expect(total).toBe(50), seen.push(done)) });
    expect(report).toMatchObject({ files: 50, complete: true });
    expect(seen.at(-1)).toBe(50);
    const { length } = files.log;
    await model.index();
    expect(files.log.length).toBe(length);
  });

  test('can be ended, and goes on later where it was', async () => {
    const model = createModel(big(400));
    const abort = new AbortController();
    await expect(model.index({ signal: abort.signal, onProgress: () => abort.abort() })).rejects.toThrow();
    expect((await model.filesMentioning(['word399'], 'x.ts', 'workspace')).files).toHaveLength(1);
  });

  test('a changed file is the only one that is read again', async () => {
    const files: Record<string, string> = { 'a.ts': 'ONE', 'b.ts': 'TWO', 'c/d.ts': 'THREE' };
    const access = memoryFiles(files);
    const model = createModel(access);
    await model.index();
    access.log.length = 0;
    files['b.ts'] = 'ONE';
    model.changed('b.ts');
    await model.index();
    expect(access.log.filter((line) => line.startsWith('read'))).toEqual(['read b.ts']);
    expect((await model.filesMentioning(['ONE'], 'x.ts', 'workspace')).files.map(({ path }) => path)).toEqual([
      'a.ts',
      'b.ts',
    ]);
  });

  test('a file that changes while it is read is read once more', async () => {
    const files: Record<string, string> = { 'a.ts': 'ONE' };
    const inner = memoryFiles(files);
    let change: (() => void) | null = null;
    const access: Files = {
      ...inner,
      read(path, limit) {
        const text = inner.read(path, limit);
        if (path === 'a.ts') change?.();
        return Promise.resolve(text);
      },
    };
    const model = createModel(access);
    change = () => {
      change = null;
      files['a.ts'] = 'TWO';
      model.changed('a.ts');
    };
    await model.index();
    expect((await model.filesMentioning(['TWO'], 'x.ts', 'workspace')).files).toHaveLength(1);
    expect((await model.filesMentioning(['ONE'], 'x.ts', 'workspace')).files).toHaveLength(0);
  });

  test('a watcher may say a path in another case', async () => {
    const files: Record<string, string> = { 'src/a.ts': 'ONE' };
    const model = createModel(memoryFiles(files));
    await model.index();
    files['src/a.ts'] = 'TWO';
    model.changed('SRC/A.ts');
    expect((await model.filesMentioning(['TWO'], 'x.ts', 'workspace')).files.map(({ path }) => path)).toEqual([
      'src/a.ts',
    ]);
  });

  test('equals a fresh one after any changes', async () => {
    const name = fc.constantFrom('a', 'b', 'c.ts', 'd.ts', '.env', 'package.json', '.gitignore', 'node_modules');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const content = fc.constantFrom<(string | null | symbol)[]>(
      'NAME',
      'OTHER',
      'c.ts\n',
      'a\n',
      '{"name":"p"}',
      null,
      link,
    );
    const step = fc.record({ path, content: fc.option(content, { nil: undefined }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        const tree: Record<string, string | null | symbol> = {};
        const files = memoryFiles(tree);
        const kept = parts(files);
        for (const round of [[], ...rounds]) {
          for (const one of round) for (const path of put(tree, one.path, one.content)) kept.changed(path);
          const fresh = parts(files);
          expect(await kept.state()).toEqual(await fresh.state());
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The parts of an index, and what they know. */
function parts(files: Files) {
  const tree: Tree = createTree(files, 1000, (path) => index.touched(path));
  const index: WordIndex = createWordIndex(files, tree, 1000);
  return {
    changed(path: string) {
      tree.changed(path);
      index.changed(path);
    },
    async state() {
      await tree.refresh(yieldingTask());
      await index.refresh(yieldingTask());
      return {
        paths: [...tree.paths].sort(),
        complete: tree.complete,
        name: index.candidates(['NAME']),
        other: index.candidates(['OTHER']),
      };
    },
  };
}

/** Writes or deletes a file or folder; a file in the way of a folder goes. Gives the paths of which a watcher would tell. */
function put(tree: Record<string, unknown>, path: string, content: unknown): readonly string[] {
  const gone = Object.keys(tree).filter(
    (one) => one === path || one.startsWith(`${path}/`) || path.startsWith(`${one}/`),
  );
  for (const one of gone) Reflect.deleteProperty(tree, one);
  if (content !== undefined) tree[path] = content;
  return [...gone.filter((one) => path.startsWith(`${one}/`)), path];
}
