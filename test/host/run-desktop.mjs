#!/usr/bin/env node
// The suite of test/host in a desktop VS Code, where one can be downloaded or is installed. Needs dist/ (npm run build).
//   node test/host/run-desktop.mjs [--version 1.139.1 | --executable /path/to/code]
// On Linux without a display: xvfb-run -a npm run test:desktop
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { projectRoot, reportAndExit } from '../../scripts/process.mjs';
import { bundleTests } from './bundle.mjs';

const { values: options } = parseArgs({ options: { version: { type: 'string' }, executable: { type: 'string' } } });
const own = mkdtempSync(path.join(os.tmpdir(), 'secretless-desktop-'));
process.once('exit', () => rmSync(own, { recursive: true, force: true }));

try {
  const suite = path.join(projectRoot, 'test/host/suite');
  const entries = readdirSync(suite).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  const bundles = await bundleTests(
    entries.map((name) => path.join(suite, name)),
    { format: 'cjs', external: ['vscode', 'mocha'] },
  );
  const workspace = path.join(own, 'workspace');
  mkdirSync(workspace);
  const resultsFile = path.join(own, 'results.json');
  const flags = ['--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'];
  const code = await runTests({
    ...(options.executable ? { vscodeExecutablePath: options.executable } : {}),
    ...(options.version ? { version: options.version } : {}),
    cachePath: path.join(projectRoot, '.vscode-test/desktop'),
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: path.join(bundles, 'index'),
    extensionTestsEnv: { HOST_TEST_RESULTS: resultsFile },
    launchArgs: [
      workspace,
      ...flags,
      '--user-data-dir',
      path.join(own, 'data'),
      '--extensions-dir',
      path.join(own, 'extensions'),
    ],
  });
  const { passed, failed } = existsSync(resultsFile)
    ? JSON.parse(readFileSync(resultsFile, 'utf8'))
    : { passed: 0, failed: 0 };
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(code === 0 && passed > 0 && failed === 0 ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}
