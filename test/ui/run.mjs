#!/usr/bin/env node
// Uses the packaged extension the way a person does: each test/ui/*.scenario.ts in the oldest and the newest VS Code.
//   node test/ui/run.mjs [--vscode newest|oldest] [--scenario NAME] [--packed] [--verbose]
//   --packed: with the package that `npm run package` made, instead of making one.
// Pictures go to test-results/ui/<version>/. test/ui/driver.ts says what a scenario can do.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { DEMO_SETTINGS, makeDemo } from '../../scripts/demo.mjs';
import { packageExtension, packagePath } from '../../scripts/package.mjs';
import { Advice, projectRoot, reportAndExit } from '../../scripts/process.mjs';
import { stopOnSignals } from '../../scripts/vscode/server.mjs';
import { releasesFor } from '../../scripts/vscode/versions.mjs';
import { startWeb } from '../../scripts/vscode/web.mjs';
import { bundleTests } from '../host/bundle.mjs';

const { values: options } = parseArgs({
  options: {
    vscode: { type: 'string' },
    scenario: { type: 'string' },
    packed: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const folder = path.join(projectRoot, 'test/ui');
const results = path.join(projectRoot, 'test-results');
const squiggledSource = readFileSync(path.join(folder, 'squiggled.page.js'), 'utf8')
  .replace(/^\/\/.*$/gm, '')
  .trim()
  .replace(/;$/, '');
const { publisher, name, displayName } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
let running;
stopOnSignals(() => running?.stop());

try {
  const suffix = '.scenario.ts';
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(suffix) && (!options.scenario || file === options.scenario + suffix))
    .map((file) => file.slice(0, -suffix.length));
  if (names.length === 0) throw new Advice(`no scenario ${options.scenario ?? ''} in test/ui`);
  const entries = ['driver.ts', ...names.map((one) => one + suffix)].map((file) => path.join(folder, file));
  const bundles = await bundleTests(entries, { format: 'esm', external: ['playwright-core'] });
  const load = (file) => import(pathToFileURL(path.join(bundles, file)).href);
  const { createPerson } = await load('driver.mjs');
  const vsix = options.packed ? packagePath() : await packageExtension();
  if (!options.scenario) rmSync(path.join(results, 'ui'), { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const counts = { passed: 0, failed: 0, failures: [] };
  for (const release of releasesFor(options.vscode)) {
    for (const one of names) {
      const { scenario } = await load(`${one}.scenario.mjs`);
      const { passed, failed, failures } = await play(release, scenario, createPerson, vsix);
      counts.passed += passed;
      counts.failed += failed;
      counts.failures.push(...failures);
    }
  }
  writeFileSync(path.join(results, 'ui.json'), JSON.stringify(counts));
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}

async function play(release, scenario, createPerson, vsix) {
  console.log(`\n  ${scenario.title}, in VS Code ${release.vscode}`);
  const { settings = {}, viewport } = scenario;
  const quiet = {
    ...DEMO_SETTINGS,
    'git.enabled': false,
    'window.commandCenter': false,
    'workbench.layoutControl.enabled': false,
  };
  const start = {
    settings: { ...quiet, ...settings },
    vsix: [vsix],
    verbose: options.verbose,
    ...(viewport ? { viewport } : {}),
  };
  const vscode = await startWeb(release, start);
  running = vscode;
  const counts = { passed: 0, failed: 0, failures: [] };
  let since = Date.now();
  let doing = 'start';
  const onStep = (step, failure) => {
    counts[failure === undefined ? 'passed' : 'failed']++;
    doing = step;
    console.log(`    ${failure === undefined ? '✔' : '✘'} ${step} (${Date.now() - since} ms)`);
    since = Date.now();
  };
  try {
    await makeDemo(vscode.workspace);
    const session = {
      page: vscode.page,
      workspace: vscode.workspace,
      version: vscode.version,
      extensionId: `${publisher}.${name}`,
      displayName,
      shots: path.join(results, 'ui', release.vscode),
      squiggledSource,
      address: vscode.url(),
      settingsFile: vscode.settingsFile,
    };
    const person = createPerson(session, onStep);
    await person.step('the workbench opens', person.openWorkbench);
    const before = counts.passed;
    await scenario.run(person);
    if (counts.passed === before) throw new Error('the scenario has no step');
  } catch (error) {
    // A step that failed is counted already.
    if (counts.failed === 0) counts.failed = 1;
    console.error(error);
    const stopped = error instanceof Error ? error.message : String(error);
    counts.failures.push(`${scenario.title}, in VS Code ${release.vscode}: ${doing}\n${stopped}`);
  } finally {
    await vscode.stop();
  }
  return counts;
}
