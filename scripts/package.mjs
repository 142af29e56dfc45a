#!/usr/bin/env node
// Builds and packs the extension into secretless-azure-<version>.vsix.   node scripts/package.mjs [--out FILE]
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Advice, isMain, projectRoot, reportAndExit, run } from './process.mjs';

/** @returns {Promise<string>} the absolute path of the package. */
export async function packageExtension(out) {
  await build();
  const { name, version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const file = path.resolve(out ?? path.join(projectRoot, `${name}-${version}.vsix`));
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  // Everything is bundled: no dependency goes in as a folder.
  const { code, output } = await run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], { quiet: true });
  if (code !== 0) throw new Advice(`vsce package failed:\n${output}`);
  const warnings = output.split('\n').filter((line) => /\bWARNING\b/.test(line));
  if (warnings.length > 0) console.warn(warnings.join('\n'));
  return file;
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  await packageExtension(values.out)
    .then((file) => console.log(`${path.relative(process.cwd(), file)}  ${(statSync(file).size / 1000).toFixed(0)} KB`))
    .catch(reportAndExit);
}
