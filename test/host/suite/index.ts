import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Called inside the extension host, by whoever started it: test/host/run.mjs, or `@vscode/test-electron`.
 * Bundled to CommonJS beside the bundled `*.test.js` files.
 */
export function run(): Promise<void> {
  const { HOST_TEST_OUTPUT: output, HOST_TEST_RESULTS: results, HOST_TEST_GREP: grep } = process.env;
  if (output !== undefined) {
    // The console of an extension host arrives unformatted and among the workbench's own lines.
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
      appendFileSync(output, `${format(...args)}\n`);
    };
  }
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
    ...(grep === undefined ? {} : { grep }),
  });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve, reject) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      if (results !== undefined) writeFileSync(results, JSON.stringify({ passed, failed, failures }));
      if (failed > 0) reject(new Error(`${String(failed)} failed`));
      else resolve();
    });
    runner.on('fail', (test, error: Error) => failures.push(`${test.fullTitle()}\n${error.message}`));
  });
}
