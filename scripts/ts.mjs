#!/usr/bin/env node
// Runs a script written in TypeScript, which Node 20 cannot by itself.   node scripts/ts.mjs FILE.ts [ARGUMENTS]
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { projectRoot } from './process.mjs';
import { raw } from './raw.mjs';
import { wasm } from './wasm.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('usage: node scripts/ts.mjs FILE.ts [ARGUMENTS]');
  process.exit(2);
}
const source = path.resolve(script);
// Inside node_modules/, so that the packages it leaves out are found, and no tool looks at it.
const parent = path.join(projectRoot, 'node_modules/.cache');
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(path.join(parent, 'ts-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const outfile = path.join(folder, `${path.basename(source, '.ts')}.mjs`);
await esbuild.build({
  absWorkingDir: projectRoot,
  entryPoints: [source],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  plugins: [wasm, raw],
  sourcemap: 'inline',
  logLevel: 'warning',
  // The script's own address, as if it ran where it is.
  define: {
    'import.meta.url': JSON.stringify(pathToFileURL(source).href),
    'import.meta.dirname': JSON.stringify(path.dirname(source)),
  },
});
process.argv = [process.argv[0], source, ...args];
await import(pathToFileURL(outfile).href);
