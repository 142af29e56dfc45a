import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Person, Scenario } from './driver';
import { until } from './driver';

/** Confirms the name that the simple file dialog suggests, and waits for the file. */
async function confirmFile(person: Person, name: string): Promise<string> {
  const file = path.join(person.workspace, name);
  const input = person.page.locator('.quick-input-widget input').first();
  await until(`a dialog for ${name}`, async () => (await input.inputValue().catch(() => '')).includes(name));
  await person.page.locator('.quick-input-widget .monaco-button', { hasText: 'OK' }).first().click();
  await until(`${name} on disk`, () => Promise.resolve(existsSync(file)));
  return readFileSync(file, 'utf8');
}

export const scenario: Scenario = {
  title: 'The findings tree, filtered and grouped; progress and report as files',
  viewport: { width: 1280, height: 900 },
  async run(person) {
    const key = /AccountKey=([^;]+);/.exec(person.fileText('src/upload.ts'))?.[1] ?? '';
    assert.equal(key.length, 88);
    const rows = (): Promise<readonly string[]> => person.treeRows('Findings');

    await person.step('a scan fills the tree, by service', async () => {
      await person.openSideBar('Secretless');
      await person.runCommand('Secretless: Scan Workspace');
      await until('findings', async () => (await rows()).some((row) => row.startsWith('Azure Blob Storage')));
      await until('all of them', async () => (await rows()).some((row) => row.startsWith('sync.ts')));
    });

    await person.step('by severity, worst first; by file', async () => {
      await person.runCommand('Secretless: Group Findings by Severity');
      await until('severities', async () => (await rows())[0]?.startsWith('Warnings'));
      await person.screenshot('tree by severity');
      await person.runCommand('Secretless: Group Findings by File');
      await until('files', async () => (await rows()).some((row) => /^upload\.ts ?2/.test(row)));
      await person.runCommand('Secretless: Group Findings by Service');
      await until('services', async () => (await rows())[0]?.startsWith('Azure Blob Storage'));
    });

    await person.step('a filter hides, says so, and the badge still counts everything', async () => {
      const badge = person.page.locator(
        '.activitybar .action-item:has(.action-label[aria-label^="Secretless"]) .badge',
      );
      const all = await badge.innerText();
      await person.runCommand('Secretless: Filter Findings');
      const box = person.page.locator('.quick-input-widget', { hasText: 'Filter Findings' });
      await box.locator('input').first().fill('hardcoded !upload');
      await person.page.keyboard.press('Enter');
      await until('fewer rows', async () => !(await rows()).some((row) => row.includes('upload.ts')));
      const view = await person.view('Findings').innerText();
      assert.match(view, /\d+ of \d+ findings have "hardcoded !upload"/);
      assert.equal(await badge.innerText(), all);
      await person.screenshot('tree filtered');
      await person.runCommand('Secretless: Clear Filter of Findings');
      await until('all rows', async () => (await rows()).some((row) => row.includes('upload.ts')));
    });

    await person.step('the progress becomes a file, without anything secret', async () => {
      await person.clickTreeRow('Findings', 'upload.ts, line');
      const frame = await person.webview('Azure Blob Storage');
      await frame.locator('#tick-identity').check();
      await until('the count', async () => (await frame.locator('#progress').innerText()).startsWith('1 of'));
      await person.runCommand('Secretless: Export Progress');
      const text = await confirmFile(person, 'secretless-progress.json');
      const { services } = JSON.parse(text) as {
        services: Record<string, { done: string[]; most: number } | undefined>;
      };
      const state = services['storage-blob'];
      assert.deepEqual(state?.done, ['identity']);
      assert.ok(state.most > 3);
      assert.ok(!text.includes(key.slice(0, 12)));
    });

    await person.step('the report is a page that a browser shows', async () => {
      await person.runCommand('Secretless: Create Report');
      await person.pick('HTML');
      const html = await confirmFile(person, 'secretless-report.html');
      assert.match(html, /Azure Blob Storage/);
      assert.match(html, /What is left to do/);
      assert.ok(!html.includes(key.slice(0, 12)));
      const page = await person.page.context().newPage();
      await page.setContent(html);
      await page.screenshot({ path: path.resolve('test-results/ui', person.version, 'report.png'), fullPage: true });
      await page.close();
    });
  },
};
