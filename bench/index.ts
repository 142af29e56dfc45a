// `npm run bench`: what the bars of DESIGN.md's section 6 say, measured here and now. Prints Markdown.
//   -- --tools FOLDER    where other scanners are installed, besides PATH; may be repeated
//   -- --tree FOLDER     what to scan; default: published packages, fetched now
//   -- --seconds N       what another scanner may take at most (300)
//   -- --only engine|project|linear|scan|memory|host
//   -- --input WORDS     of the table of growing inputs, or of memory, those whose names hold the words
//   -- --rescans N       of the memory's (10000), and --files N of its command line (2000)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { engineRows } from './engine';
import { linearTable } from './linear';
import { memoryReport } from './memory';
import { projectRows } from './project';
import { printScan } from './scan-report';
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

const { values: given } = parseArgs({
  options: {
    tools: { type: 'string', multiple: true, default: [] },
    tree: { type: 'string' },
    seconds: { type: 'string', default: '300' },
    only: { type: 'string' },
    input: { type: 'string' },
    rescans: { type: 'string', default: '10000' },
    files: { type: 'string', default: '2000' },
  },
});

const isWanted = (part: 'engine' | 'project' | 'linear' | 'scan' | 'memory' | 'host'): boolean =>
  given.only === undefined || given.only === part;

console.log(
  `Node ${process.version}, ${os.cpus()[0]?.model ?? 'unknown processor'}, ${String(os.cpus().length)} processors, ` +
    `load ${(os.loadavg()[0] ?? 0).toFixed(1)} before\n`,
);
if (isWanted('engine')) console.log(`${markdown(await engineRows())}\n`);
if (isWanted('project')) console.log(`${markdown(await projectRows())}\n`);
if (isWanted('linear')) console.log(`${await linearTable(given.input)}\n`);
if (isWanted('scan')) {
  // Ours among the installed ones: secretlint comes with the packager.
  const tools = [...given.tools, path.join(root, 'node_modules/.bin')];
  execFileSync('node', [path.join(root, 'scripts/build.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  await printScan({ root, tools, tree: given.tree, seconds: Number(given.seconds) });
}
if (isWanted('memory')) console.log(`\n${await memoryReport(Number(given.rescans), Number(given.files), given.input)}`);
if (isWanted('host')) console.log(`\n${markdown(hostRows())}`);
