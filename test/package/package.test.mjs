// What is in the package that `npm run package` made. After a wanted change of the list: UPDATE_FILES=1 npm run test:package
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagePath } from '../../scripts/package.mjs';
import { projectRoot } from '../../scripts/process.mjs';
import { sbomPath } from '../../scripts/sbom.mjs';
import { KEY_SHAPES } from './key-shapes';
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
  const temporary = [];
  afterAll(() => {
    for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
  });
  /** The package's files in a folder of their own, far from the project's node_modules. */
  const unpacked = () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'secretless-package-'));
    temporary.push(folder);
    for (const [file, contents] of files) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), contents);
    }
    return folder;
  };
  const inside = (file) => {
    const contents = files.get(`extension/${file.replace(/^\.\//, '')}`);
    if (!contents) throw new Error(`the package lacks ${file}`);
    return contents;
  };

  it('holds exactly the listed files', () => {
    // How many files hold what others share is esbuild's business.
    const names = [...files.keys()].map((file) => file.replace(/(dist\/shared)-\d+\.js$/, '$1-N.js'));
    const list = [...new Set(names)].sort().join('\n') + '\n';
    if (process.env.UPDATE_FILES === '1') writeFileSync(listFile, list);
    expect(list).toBe(readFileSync(listFile, 'utf8'));
  });

  it(`is at most ${LIMIT} bytes`, () => {
    expect(statSync(vsix).size).toBeLessThanOrEqual(LIMIT);
  });

  it('has a side bar whose script and style are at most 120 KB together', () => {
    const bytes = [inside('dist/webview/guidance.js'), inside('media/guidance.css')].map(({ length }) => length);
    expect(bytes[0] + bytes[1]).toBeLessThanOrEqual(120_000);
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

  it('has a bill of materials beside it: of this package, with all that the notices name, each with its origin', () => {
    const bill = JSON.parse(readFileSync(sbomPath(vsix), 'utf8'));
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', '1.6']);
    expect(bill.metadata.component.hashes).toEqual([
      { alg: 'SHA-256', content: createHash('sha256').update(readFileSync(vsix)).digest('hex') },
    ]);
    const rows = inside('THIRD-PARTY-NOTICES.md')
      .toString('utf8')
      .matchAll(/^\| (?!package |---)(\S+) \| ([^|]+) \| (\S+) \|$/gm);
    const noticed = [...rows].map(([, name, version, licence]) => [
      name,
      version.startsWith('in ') ? undefined : version,
      licence,
    ]);
    expect(bill.components.map(({ name, version, licenses }) => [name, version, licenses[0].license.id])).toEqual(
      noticed,
    );
    expect(noticed.map(([name]) => name)).toContain('tree-sitter-c-sharp');
    const refs = bill.components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(bill.dependencies).toEqual([{ ref: bill.metadata.component['bom-ref'], dependsOn: refs }]);
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

  it('has bundles that load in plain Node, wherever they stand', () => {
    const folder = unpacked();
    const bundles = [...files.keys()].filter((file) => /^extension\/dist\/[^/]+\.js$/.test(file));
    // The extension itself needs `vscode`: the tests inside VS Code load it. The command runs below.
    const loadable = bundles.filter((file) => !/\/(extension|editor-shell|cli)\.js$/.test(file));
    expect(loadable.length).toBeGreaterThan(0);
    for (const file of loadable) {
      const { status, stderr } = spawnSync(process.execPath, [path.join(folder, file)], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ file, status, stderr }).toEqual({ file, status: 0, stderr: '' });
    }
  }, 60_000);

  it('works as a command, alone in a folder, and finds nothing hardcoded in itself', () => {
    const folder = unpacked();
    const args = [path.join(folder, 'extension/dist/cli.js'), 'scan', '--no-ignore', '--format', 'json', 'extension'];
    const { stdout, status, error } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64_000_000,
    });
    expect(error).toBeUndefined();
    expect([0, 1]).toContain(status);
    const hardcoded = JSON.parse(stdout).findings.filter(({ rule }) => rule.startsWith('hardcoded/'));
    const places = hardcoded.map(
      ({ rule, file, range }) => `${file}:${range.start.line}:${range.start.character} ${rule}`,
    );
    expect(places).toEqual([]);
  }, 60_000);
});
