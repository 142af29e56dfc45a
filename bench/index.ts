// `npm run bench`: what the bars of DESIGN.md's section 6 say, measured here and now. Prints Markdown.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { engineRows } from './engine';
import { markdown } from './table';
import type { Row } from './table';

const root = path.resolve(import.meta.dirname, '..');

/** Activation and keystroke, measured inside the extension host of the newest VS Code. */
function hostRows(): Row[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'secretless-bench-'));
  const file = path.join(folder, 'rows.json');
  try {
    execFileSync('node', [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    const measure = (): number | null =>
      spawnSync(
        'node',
        [path.join(root, 'test/host/run.mjs'), '--vscode', 'newest', '--suite', path.join(root, 'bench/host')],
        {
          cwd: root,
          stdio: ['ignore', 'inherit', 'inherit'],
          env: { ...process.env, SECRETLESS_BENCH: file },
        },
      ).status;
    // Now and then VS Code activates the extension before the suite is there to see it.
    const status = measure() === 0 ? 0 : measure();
    if (status !== 0) throw new Error('the bench inside VS Code failed');
    return JSON.parse(readFileSync(file, 'utf8')) as Row[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${String(os.cpus().length)} processors\n`,
);
const engine = await engineRows();
console.log(`${markdown(engine)}\n`);
console.log(`\n${markdown(hostRows())}`);
