#!/usr/bin/env node
// `npm test`: every check there is, in order, up to the first that fails. The last line sums what ran: "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, run } from './process.mjs';

const results = path.join(projectRoot, 'test-results');
const counted = (name) => path.join(results, `${name}.json`);
const vitest = (name, ...args) => [
  'npx',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${counted(name)}`,
  ...args,
];

/** What a step may take on a slow machine; one that hangs is stopped and named. */
const MINUTES = 25;

/** `counts`: the file in which a step that runs tests says how many; without it a step is a check that passes or fails. */
const STEPS = [
  { title: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { title: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'format', command: ['npm', 'run', '--silent', 'format:check'] },
  { title: 'unused code', command: ['npm', 'run', '--silent', 'knip'] },
  { title: 'generated docs', command: ['npm', 'run', '--silent', 'docs:check'] },
  { title: 'third-party notices', command: ['npm', 'run', '--silent', 'notices:check'] },
  { title: 'units', command: vitest('unit'), counts: counted('unit') },
  { title: "in a browser's worker", command: ['node', 'test/browser/run.mjs'], counts: counted('browser') },
  // A tenth of the programs. It says which language is not checked: where the SDKs of "npm run test:sdk" or .NET are missing.
  { title: 'small programs, migrated', command: ['npm', 'run', '--silent', 'test:combine'] },
  { title: 'package', command: ['node', 'scripts/package.mjs'] },
  {
    title: 'contents of the package',
    command: vitest('package', '--config', 'test/package/vitest.config.mjs'),
    counts: counted('package'),
  },
  { title: 'inside VS Code, oldest and newest', command: ['node', 'test/host/run.mjs'], counts: counted('host') },
  { title: 'as a person, oldest and newest', command: ['node', 'test/ui/run.mjs', '--packed'], counts: counted('ui') },
];

/**
 * What a step's results file says: our own form, or vitest's. Anything skipped is a failure: nothing is left out silently.
 * `failures` names each failed test and its reason; our own form may leave it out.
 */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, failures: [] };
  const {
    passed,
    failed,
    failures = [],
    testResults = [],
    numPassedTests,
    numFailedTests,
    numPendingTests = 0,
    numTodoTests = 0,
    success = true,
  } = JSON.parse(readFileSync(file, 'utf8'));
  if (passed !== undefined) return { passed, failed, failures };
  const skipped = numPendingTests + numTodoTests;
  if (skipped > 0) console.error(`${skipped} tests were skipped`);
  // A file that fails to load has no failed test, yet the run is not a success.
  return {
    passed: numPassedTests,
    failed: numFailedTests + skipped || (success ? 0 : 1),
    failures: testResults.flatMap(failuresOf),
  };
}

/** The failed tests of one file in vitest's results. A file that does not load has no test, and a message of its own. */
function failuresOf({ name, message, assertionResults }) {
  const failed = assertionResults.filter(({ status }) => status !== 'passed');
  const told = failed.map(({ fullName, failureMessages = [] }) => [fullName, ...failureMessages].join('\n'));
  return (message ? [message, ...told] : told).map((text) => `${path.relative(projectRoot, name)}: ${text}`);
}

/** Lines of a failure that are repeated at the end, where the log of a CI run is read first. */
const TOLD_LINES = 12;

const shortened = (text) => text.split('\n').slice(0, TOLD_LINES).join('\n      ');

const total = { passed: 0, failed: 0 };
const failures = [];
mkdirSync(results, { recursive: true });
for (const [index, { title, command, counts }] of STEPS.entries()) {
  console.log(`\n[${index + 1}/${STEPS.length}] ${title}: ${command.join(' ').replaceAll(projectRoot + path.sep, '')}`);
  const started = Date.now();
  if (counts) rmSync(counts, { force: true });
  const { code } = await run(command[0], command.slice(1), { minutes: MINUTES });
  let failed = code === 0 ? 0 : 1;
  if (counts) {
    const ran = readCounts(counts);
    failures.push(...ran.failures);
    if (ran.passed + ran.failed === 0) console.error('not one test ran');
    total.passed += ran.passed;
    failed = ran.failed || (ran.passed === 0 ? 1 : failed);
  }
  total.failed += failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  if (failed > 0) {
    console.error(`\nFAILED after ${seconds} s: ${title}; the steps after it were not run`);
    break;
  }
  console.log(`ok: ${title} (${seconds} s)`);
}
process.exitCode = total.failed === 0 ? 0 : 1;
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((one) => `    ${shortened(one)}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
