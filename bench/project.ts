import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeFiles } from '../src/cli/node-files';
import { createModel } from '../src/project/model';
import { sample } from './engine';
import { time } from './table';
import type { Row } from './table';

const FILES = 5_000;
const SIZE = 20_000;

/** A workspace of 20 packages: 5,000 files, 100 MB, words of each file its own. */
function workspace(root: string): void {
  const text = sample(SIZE);
  for (let n = 0; n < FILES; n++) {
    const folder = path.join(root, `packages/p${String(n % 20)}/src/m${String(Math.floor(n / 20) % 25)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `f${String(n)}.ts`), text.replace(/\b(step|label|item)/g, `$1${String(n)}x`));
  }
  for (let n = 0; n < 20; n++) {
    const folder = path.join(root, `packages/p${String(n)}`);
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: `p${String(n)}`, dependencies: { [`p${String(n + 1)}`]: '*' } }),
    );
    writeFileSync(path.join(folder, '.env'), 'STORAGE_CONN=UseDevelopmentStorage=true\n');
  }
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ name: 'root', workspaces: ['packages/*'] }));
  writeFileSync(path.join(root, 'packages/p3/src/read.ts'), 'export const conn = process.env.STORAGE_CONN;\n');
}

/** What the model of a workspace costs: made in the background, kept up to date, asked. */
export async function projectRows(): Promise<Row[]> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'secretless-workspace-'));
  try {
    workspace(root);
    const files = nodeFiles(root);
    const model = createModel(files);
    const asked = 'packages/p3/src/m1/f23.ts';
    const rows = [await time('index of 5,000 files and 100 MB', 4_000, 3, () => createModel(files).index())];
    const report = await model.index();
    const name = `index in memory, ${(report.bytes / 1024 / 1024).toFixed(1)} MB: a changed file of 20 KB`;
    rows.push(
      await time(name, 5, 50, async () => {
        appendFileSync(path.join(root, asked), '//\n');
        model.changed(asked);
        await model.index();
      }),
    );
    rows.push(
      await time('declarations and readers of a setting', null, 20, () => model.settingFacts('STORAGE_CONN', asked)),
    );
    rows.push(
      await time('importers of an export', null, 20, () => model.importersOf('packages/p3/src/read.ts', 'conn')),
    );
    rows.push(await time('where a file runs', null, 50, () => model.runtimeOf({ path: asked, text: '' })));
    return rows;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
