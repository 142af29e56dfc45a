// What is in the package that `npm run package` made. After a wanted change of the list: UPDATE_FILES=1 npm run test:package
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../scripts/package.mjs';
import { projectRoot } from '../../scripts/process.mjs';
import { KEY_SHAPES } from './key-shapes.mjs';
import { filesOf } from './vsix.mjs';

const LIMIT = 2_500_000;

const vsix = packagePath();
const listFile = path.join(projectRoot, 'test/package/files.txt');

describe(path.basename(vsix), () => {
  /** @type {Map<string, Buffer>} */
  let files;
  beforeAll(() => {
    if (!existsSync(vsix)) throw new Error('there is no package: npm run package');
    files = filesOf(readFileSync(vsix));
  });
  const inside = (file) => {
    const contents = files.get(`extension/${file.replace(/^\.\//, '')}`);
    if (!contents) throw new Error(`the package lacks ${file}`);
    return contents;
  };

  it('holds exactly the listed files', () => {
    const list = [...files.keys()].sort().join('\n') + '\n';
    if (process.env.UPDATE_FILES === '1') writeFileSync(listFile, list);
    expect(list).toBe(readFileSync(listFile, 'utf8'));
  });

  it(`is at most ${LIMIT} bytes`, () => {
    expect(statSync(vsix).size).toBeLessThanOrEqual(LIMIT);
  });

  it('has no source map, source or test in it', () => {
    const strangers = [...files.keys()].filter((file) =>
      /\.map$|\.tsx?$|(^|\/)(test|src|scripts|demo|node_modules)\//.test(file),
    );
    expect(strangers).toEqual([]);
    const mapped = [...files].filter(
      ([file, contents]) => file.endsWith('.js') && contents.includes('sourceMappingURL=data:'),
    );
    expect(mapped.map(([file]) => file)).toEqual([]);
  });

  it('has nothing key-shaped in it', () => {
    const suspicious = [...files].flatMap(([file, contents]) => {
      const text = contents.toString('latin1');
      // The name of the shape only: what it matched is not printed.
      return Object.entries(KEY_SHAPES).flatMap(([shape, regex]) => (regex.test(text) ? [`${file}: ${shape}`] : []));
    });
    expect(suspicious).toEqual([]);
  });

  it('has what its manifest names', () => {
    const manifest = JSON.parse(inside('package.json').toString());
    const { main, bin = {}, icon, exports: exported = {} } = manifest;
    for (const file of [main, icon, ...Object.values(bin), ...Object.values(exported)]) {
      if (file !== undefined) expect(inside(file).length).toBeGreaterThan(0);
    }
  });

  it('requires only bundles that are there, Node, and vscode', () => {
    const optional = new Set(['source-map-support']);
    const unknown = [...files].flatMap(([file, contents]) => {
      if (!/^extension\/dist\/[^/]+\.js$/.test(file)) return [];
      const required = contents.toString().matchAll(/\brequire\("([^"]+)"\)/g);
      return [...required]
        .map(([, specifier]) => specifier)
        .filter((specifier) => {
          if (specifier.startsWith('./')) return !files.has(`extension/dist/${specifier.slice(2)}`);
          return specifier !== 'vscode' && !optional.has(specifier) && !isBuiltin(specifier);
        });
    });
    expect(unknown).toEqual([]);
  });

  it('works as a command, alone in a folder, and finds nothing hardcoded in itself', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'secretless-package-'));
    try {
      for (const [file, contents] of files) {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), contents);
      }
      const { stdout, status, error } = spawnSync(
        process.execPath,
        [path.join(folder, 'extension/dist/cli.js'), 'scan', '--no-ignore', '--format', 'json', 'extension'],
        { cwd: folder, encoding: 'utf8', maxBuffer: 64_000_000 },
      );
      expect(error).toBeUndefined();
      expect([0, 1]).toContain(status);
      const { findings } = JSON.parse(stdout);
      const hardcoded = findings.filter(({ rule }) => rule.startsWith('hardcoded/'));
      expect(
        hardcoded.map(({ rule, file, range }) => `${file}:${range.start.line}:${range.start.character} ${rule}`),
      ).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
