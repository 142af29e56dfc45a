#!/usr/bin/env node
// Builds and packs the extension into secretless-azure-<version>.vsix.   node scripts/package.mjs [--out FILE]
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Advice, isMain, projectRoot, reportAndExit, run } from './process.mjs';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));

/** Where the package goes unless told otherwise. */
export const packagePath = () => path.join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);

/** @returns {Promise<string>} the absolute path of the package. */
export async function packageExtension(out = packagePath()) {
  await build();
  const file = path.resolve(out);
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  // README's links to docs/ are made absolute with the repository's address, where there is one.
  const addresses = manifest.repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  // Everything is bundled: no dependency goes in as a folder.
  const args = [vsce, 'package', '--no-dependencies', ...addresses, '--out', file];
  const { code, output } = await run(process.execPath, args, { quiet: true });
  if (code !== 0) throw new Advice(`vsce package failed:\n${output}`);
  const warnings = output.split('\n').filter((line) => line.includes('WARNING'));
  if (warnings.length > 0) console.warn(warnings.join('\n'));
  return file;
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  await packageExtension(values.out)
    .then((file) => console.log(`${path.relative(process.cwd(), file)}  ${(statSync(file).size / 1000).toFixed(0)} KB`))
    .catch(reportAndExit);
}
