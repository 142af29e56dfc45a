#!/usr/bin/env node
// Builds and packs the extension into secretless-azure-<version>.vsix, and lists beside it what is in it, in
// secretless-azure-<version>.sbom.cdx.json.   node scripts/package.mjs [--out FILE]
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { componentsOf } from './generate-notices.mjs';
import { Advice, isMain, projectRoot, reportAndExit, run } from './process.mjs';
import { sbomFor, sbomPath } from './sbom.mjs';

const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));

/** Where the package goes unless told otherwise. */
export const packagePath = () => path.join(projectRoot, `${manifest.name}-${manifest.version}.vsix`);

/** @returns {Promise<string>} the absolute path of the package. */
export async function packageExtension(out = packagePath()) {
  const bundles = await build();
  const file = path.resolve(out);
  const vsce = path.join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  // README's links to docs/ are made absolute with the repository's address, where there is one.
  const addresses = manifest.repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  // Everything is bundled: no dependency goes in as a folder.
  const args = [vsce, 'package', '--no-dependencies', ...addresses, '--out', file];
  const cwd = stage();
  const { code, output } = await run(process.execPath, args, { cwd, quiet: true });
  rmSync(cwd, { recursive: true, force: true });
  if (code !== 0) throw new Advice(`vsce package failed:\n${output}`);
  const warnings = output.split('\n').filter((line) => line.includes('WARNING'));
  if (warnings.length > 0) console.warn(warnings.join('\n'));
  writeFileSync(sbomPath(file), sbomFor(manifest, componentsOf(bundles), readFileSync(file)));
  return file;
}

/**
 * A copy of what .vscodeignore lets in. vsce looks at every file below its folder before it asks that list, and
 * .vscode-test/ alone holds tens of thousands.
 */
function stage() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'secretless-stage-'));
  const allowed = readFileSync(path.join(projectRoot, '.vscodeignore'), 'utf8').matchAll(/^!([^/\n]+)/gm);
  for (const name of new Set(['.vscodeignore', ...[...allowed].map(([, first]) => first)])) {
    const source = path.join(projectRoot, name);
    if (existsSync(source)) cpSync(source, path.join(folder, name), { recursive: true });
  }
  return folder;
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  await packageExtension(values.out)
    .then((file) => console.log(`${path.relative(process.cwd(), file)}  ${(statSync(file).size / 1000).toFixed(0)} KB`))
    .catch(reportAndExit);
}
