// Bundles TypeScript test files into a throw-away folder inside the project, where `mocha` and its like are found.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { projectRoot } from '../../scripts/process.mjs';
import { raw } from '../../scripts/raw.mjs';
import { wasm } from '../../scripts/wasm.mjs';

/**
 * @param {string[]} entryPoints
 * @param {{ format: 'cjs' | 'esm', external: string[] }} options
 * @returns {Promise<string>} the folder with one file per entry point; removed when the process ends.
 */
export async function bundleTests(entryPoints, { format, external }) {
  const parent = path.join(projectRoot, '.vscode-test');
  mkdirSync(parent, { recursive: true });
  const outdir = mkdtempSync(path.join(parent, 'bundle-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints,
    outdir,
    external,
    format,
    bundle: true,
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    outExtension: { '.js': format === 'esm' ? '.mjs' : '.js' },
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [wasm, raw],
    alias: { '@secretlint/profiler': path.join(projectRoot, 'scripts/no-op-profiler.mjs') },
  });
  return outdir;
}
