#!/usr/bin/env node
// Runs test/host/suite inside the extension host of a real VS Code, oldest and newest. Needs dist/ (npm run build).
//   node test/host/run.mjs [--vscode newest|oldest] [--grep TEXT] [--timeout SECONDS] [--verbose]
//   --extension DIR, --suite DIR: another extension or suite, to try the runner itself.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { Advice, projectRoot, reportAndExit } from '../../scripts/process.mjs';
import { stopOnSignals } from '../../scripts/vscode/server.mjs';
import { releasesFor } from '../../scripts/vscode/versions.mjs';
import { startWeb } from '../../scripts/vscode/web.mjs';
import { bundleTests } from './bundle.mjs';

const { values: options } = parseArgs({
  options: {
    vscode: { type: 'string' },
    grep: { type: 'string' },
    timeout: { type: 'string', default: '300' },
    verbose: { type: 'boolean', default: false },
    extension: { type: 'string', default: projectRoot },
    suite: { type: 'string', default: path.join(projectRoot, 'test/host/suite') },
  },
});
const results = path.join(projectRoot, 'test-results');
let running;
stopOnSignals(() => running?.stop());

try {
  const { main } = JSON.parse(readFileSync(path.join(options.extension, 'package.json'), 'utf8'));
  if (!existsSync(path.join(options.extension, main))) throw new Advice(`${main} is not built: npm run build`);
  const tests = readdirSync(options.suite).filter((name) => name.endsWith('.test.ts'));
  if (tests.length === 0) throw new Advice(`no *.test.ts in ${options.suite}`);
  const entries = ['index.ts', ...tests].map((name) => path.join(options.suite, name));
  const suite = await bundleTests(entries, { format: 'cjs', external: ['vscode', 'mocha'] });
  mkdirSync(results, { recursive: true });
  const counts = { passed: 0, failed: 0, failures: [] };
  for (const release of releasesFor(options.vscode)) {
    const { passed, failed, failures, problem } = await runIn(release, path.join(suite, 'index'));
    console.log(`VS Code ${release.vscode}: ${passed} passed, ${failed} failed${problem ? `; ${problem}` : ''}`);
    counts.passed += passed;
    // A run that came to nothing counts as one failure, so that no sum looks green.
    counts.failed += problem && failed === 0 ? 1 : failed;
    counts.failures.push(...[...failures, problem ?? []].flat().map((one) => `VS Code ${release.vscode}: ${one}`));
  }
  writeFileSync(path.join(results, 'host.json'), JSON.stringify(counts));
  process.exit(counts.failed === 0 ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}

/** One run in one release. `problem` says what went wrong besides failed tests. */
async function runIn(release, suite) {
  const out = mkdtempSync(path.join(os.tmpdir(), 'secretless-host-'));
  const removeOut = () => rmSync(out, { recursive: true, force: true });
  process.once('exit', removeOut);
  const outputFile = path.join(out, 'mocha.txt');
  const resultsFile = path.join(out, 'results.json');
  const env = {
    HOST_TEST_OUTPUT: outputFile,
    HOST_TEST_RESULTS: resultsFile,
    ...(options.grep === undefined ? {} : { HOST_TEST_GREP: options.grep }),
  };
  // Quick Open and git are not what this suite is about.
  const vscode = await startWeb(release, { env, settings: { 'git.enabled': false }, verbose: options.verbose });
  running = vscode;
  const show = follow(outputFile);
  const log = [];
  try {
    const code = await suiteEnd(vscode, suite, log);
    show();
    const counted = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined;
    // An extension host that dies quietly reports 0: only a results file with tests in it is a green run.
    const problem = !counted
      ? `the suite left no results (${code})`
      : counted.passed + counted.failed === 0
        ? 'no test ran'
        : code !== 0 && counted.failed === 0
          ? `all passed, but the run ended with ${code}`
          : undefined;
    if (problem ?? counted.failed > 0) {
      await vscode.page
        .screenshot({ path: path.join(results, `host-${release.name}-failed.png`) })
        .catch(() => undefined);
    }
    if (problem && !options.verbose)
      console.error(
        log
          .filter((line) => /^\[(error|warn)/.test(line) && !line.includes('[Service Worker]'))
          .slice(-20)
          .join('\n'),
      );
    return { passed: 0, failed: 0, failures: [], ...counted, problem };
  } finally {
    show.end();
    await vscode.stop();
    removeOut();
  }
}

/** Resolves with 0, or with a code or text that says how else the run ended. */
async function suiteEnd({ page, url, remote, gone }, suite, log) {
  let timer;
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => resolve('the workbench crashed'));
    void gone.then((how) => resolve(`the server ended: ${how}`));
    timer = setTimeout(() => resolve(`no end after ${options.timeout} s`), Number(options.timeout) * 1000);
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = `[${type}] ${format(...[args].flat())}`;
    log.push(line);
    if (options.verbose) console.error(line);
  });
  const payload = {
    extensionDevelopmentPath: remote(options.extension),
    extensionTestsPath: remote(suite),
    enableProposedApi: '',
    skipWelcome: 'true',
    skipReleaseNotes: 'true',
  };
  await page.goto(url(Object.entries(payload)));
  const code = await ended;
  clearTimeout(timer);
  return code;
}

/** Prints a file as it grows. Call it for what is left, `end` it to stop. */
function follow(file) {
  let seen = 0;
  const show = () => {
    if (!existsSync(file)) return;
    const text = readFileSync(file);
    if (text.length > seen) process.stdout.write(text.subarray(seen));
    seen = text.length;
  };
  const timer = setInterval(show, 200);
  return Object.assign(show, { end: () => clearInterval(timer) });
}
