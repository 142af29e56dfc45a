#!/usr/bin/env node
// Runs the engine and a session where there is no Node: in a module worker of a real Chromium, off one loopback address.
//   node test/browser/run.mjs [--verbose]
// What is checked stands in checks.ts. The number of checks goes to test-results/browser.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { BROWSER_ENTRIES, bundleForBrowser, loadedWith } from '../../scripts/browser/bundle.mjs';
import { projectRoot, reportAndExit } from '../../scripts/process.mjs';
import { launchChromium } from '../../scripts/vscode/web.mjs';
import { bundleTests } from '../host/bundle.mjs';
import { serve } from './serve.mjs';

const { values: options } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const results = path.join(projectRoot, 'test-results');
const WORKER = 'test/browser/worker.ts';

/** Minutes after which a run that hangs is ended, browser and all. */
const MINUTES = 5;

/** What is heavy, by what went into its chunk; the names are those of checks.ts. */
const HEAVY = [
  ['typescript', (input) => input.includes('node_modules/typescript/')],
  ['secretlint', (input) => input.includes('secretlint-rule-preset-recommend')],
  ['tree-sitter', (input) => input.includes('node_modules/web-tree-sitter/')],
];

const open = [];
const stop = async () => {
  while (open.length > 0) await open.pop()();
};
const limit = setTimeout(() => {
  console.error(`no end after ${MINUTES} minutes`);
  void stop().finally(() => process.exit(1));
}, MINUTES * 60_000);

try {
  const files = await bundleForBrowser({ entries: [...BROWSER_ENTRIES, WORKER] });
  const folder = path.join(projectRoot, 'test/browser');
  const server = await serve(
    new Map([
      [
        'index.html',
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="ask.page.js"></script>',
      ],
      ['ask.page.js', readFileSync(path.join(folder, 'ask.page.js'))],
      ...files.map(({ name, contents }) => [name, contents]),
    ]),
  );
  open.push(server.stop);
  const browser = await launchChromium();
  open.push(() => browser.close());
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
    if (options.verbose) console.log(`    [${message.type()}] ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.address);

  const worker = {
    ask: (question) => page.evaluate((asked) => globalThis.ask(asked), question),
    loaded: () => heavyAmong(files, server.asked),
  };
  const bundles = await bundleTests([path.join(folder, 'checks.ts')], { format: 'esm', external: [] });
  const { checks } = await import(pathToFileURL(path.join(bundles, 'checks.mjs')).href);
  const all = [
    ...checks,
    {
      title: 'nothing else was asked for, and nobody complained',
      run: async () => {
        if (server.missing.size > 0) throw new Error(`not there: ${[...server.missing].join(', ')}`);
        if (complaints.length > 0) throw new Error(complaints.join('\n'));
      },
    },
  ];
  console.log(`\n  in a worker of Chromium ${browser.version()}`);
  const counts = await runAll(all, worker);
  tellSizes(files);
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'browser.json'), JSON.stringify(counts));
  await stop();
  clearTimeout(limit);
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
} catch (error) {
  await stop();
  reportAndExit(error);
}

async function runAll(checks, worker) {
  const counts = { passed: 0, failed: 0 };
  for (const { title, run } of checks) {
    const started = Date.now();
    const failure = await run(worker).then(
      () => null,
      (error) => error,
    );
    counts[failure ? 'failed' : 'passed'] += 1;
    console.log(`    ${failure ? '✘' : '✔'} ${title} (${Date.now() - started} ms)`);
    if (failure) console.error(failure);
  }
  return counts;
}

function heavyAmong(files, asked) {
  const inputs = files.filter(({ name }) => asked.has(name)).flatMap((file) => file.inputs);
  const libraries = HEAVY.filter(([, belongs]) => inputs.some(belongs)).map(([name]) => name);
  return asked.has('tree-sitter-c-sharp.wasm.gz') ? [...libraries, 'csharp grammar'] : libraries;
}

function tellSizes(files) {
  for (const { name, entry } of files) {
    if (!BROWSER_ENTRIES.includes(entry)) continue;
    const bytes = loadedWith(files, name).reduce((sum, { contents }) => sum + contents.length, 0);
    console.log(`    ${(bytes / 1024).toFixed(0)} KB are loaded with ${entry}`);
  }
}
