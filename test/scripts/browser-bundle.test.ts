import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleForBrowser, loadedWith } from '../../scripts/browser/bundle.mjs';

const root = path.resolve('.vscode-test');
mkdirSync(root, { recursive: true });
const folder = mkdtempSync(path.join(root, 'browser-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bundled = (source: string) => {
  const file = path.join(folder, 'entry.ts');
  writeFileSync(file, source);
  return bundleForBrowser({ entries: [path.relative(process.cwd(), file)] });
};

describe('a bundle for a browser', () => {
  it.each(['node:fs', 'fs', 'node:path', 'child_process'])('is refused for code that needs %s', async (builtin) => {
    await expect(bundled(`import * as all from '${builtin}'; console.log(all);`)).rejects.toThrow(
      `entry.ts needs ${builtin}, which a browser has not`,
    );
  });

  it('holds the engine and the session, and loads no parser with them', async () => {
    const files = await bundleForBrowser();
    const entries = files.flatMap(({ entry, name }) => (entry === null ? [] : [{ entry, name }]));
    expect(entries.map(({ entry }) => entry)).toEqual(['src/engine/engine.ts', 'src/session/session.ts']);
    for (const { name } of entries) {
      const inputs = loadedWith(files, name).flatMap((file) => file.inputs);
      expect(inputs.some((input) => input.endsWith('src/detect/detector.ts'))).toBe(true);
      expect(
        inputs.filter((input) => /node_modules\/(?:typescript|web-tree-sitter|@secretlint)\//.test(input)),
      ).toEqual([]);
    }
    // Fetched when its chunk runs, not part of any.
    expect(
      files
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.gz'))
        .sort(),
    ).toEqual(['tree-sitter-c-sharp.wasm.gz', 'web-tree-sitter.wasm.gz']);
  });
});
