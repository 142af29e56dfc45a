#!/usr/bin/env node
// Type-checks every TypeScript and JavaScript example, before and after its migration, against the real packages; compiles
// every migrated C# example where the .NET SDK is.
//   npm run test:sdk [-- SERVICE...]
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Advice, projectRoot, reportAndExit, run } from '../../scripts/process.mjs';

const source = path.join(projectRoot, 'test/sdk');
// Git-ignored, and outside test/: the packages are no part of the project.
const target = path.join(projectRoot, '.sdk-test');

/**
 * Installs the pinned packages, once per lock file. The file holds versions and no digests, which have the shape of keys;
 * npm compares what it gets with the registry's own.
 */
async function install() {
  const lock = await readFile(path.join(source, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(target, 'installed');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  console.log('Installing the SDKs into .sdk-test/ (once)...');
  await mkdir(target, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    await copyFile(path.join(source, name), path.join(target, name));
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: target,
    quiet: true,
  });
  if (code !== 0) throw new Advice(`The SDKs could not be installed, so nothing was checked:\n${output}`);
  await writeFile(stamp, wanted);
}

try {
  await install();
  const { code } = await run(process.execPath, [
    '--max-old-space-size=4096',
    'scripts/ts.mjs',
    'test/sdk/check.ts',
    ...process.argv.slice(2),
  ]);
  const net = await run(process.execPath, ['scripts/ts.mjs', 'test/sdk/csharp.ts', ...process.argv.slice(2)]);
  process.exit(code || net.code);
} catch (error) {
  reportAndExit(error);
}
