import assert from 'node:assert/strict';
import { byCommandLine } from './command-line';
import type { Scenario } from './driver';
import { until } from './driver';

const CHANGED = ['src/upload.ts', 'package.json', '.env', '.env.example'];

export const scenario: Scenario = {
  title: 'From a hardcoded connection string to a managed identity',
  async run(person) {
    const before = new Map(CHANGED.map((file) => [file, person.fileText(file)]));
    const key = /AccountKey=([^;]+);/.exec(before.get('src/upload.ts') ?? '')?.[1] ?? '';
    assert.equal(key.length, 88);
    const wanted = byCommandLine(person.workspace, 'src/upload.ts', CHANGED);

    await person.step('a squiggle stands under exactly the value', async () => {
      await person.openFile('src/upload.ts');
      await person.waitForSquiggles([key]);
      await person.screenshot('finding light');
      await person.switchTheme('dark');
      await person.screenshot('finding dark');
      await person.switchTheme('light');
    });

    await person.step('the hover says why, without the value', async () => {
      const text = await person.hover(key, /Storage Blob Data Contributor/);
      assert.match(text, /This file is in no Git repository/);
      assert.ok(!text.includes(key.slice(0, 12)));
      await person.screenshot('hover');
      await person.page.keyboard.press('Escape');
    });

    await person.step('Ctrl+. offers the identity first, then what keeps the secret', async () => {
      const titles = await person.codeActions(key);
      assert.equal(titles[0], 'Use DefaultAzureCredential for Azure Blob Storage');
      assert.ok(titles.some((title) => title.includes('Key Vault')));
      await person.screenshot('quick fix');
    });

    await person.step('the fix changes the code, the manifest and the settings as the command line does', async () => {
      await person.chooseCodeAction('Use DefaultAzureCredential for Azure Blob Storage');
      await until('no squiggle is left', async () => (await person.squiggles()).length === 0);
      await person.saveAll();
      for (const [file, text] of wanted) {
        assert.notEqual(text, before.get(file), `${file} changes`);
        await person.waitForFile(file, text);
      }
      await person.screenshot('fixed');
    });

    await person.step('the side bar shows what is left to do, with the role to grant', async () => {
      await person.openSideBar('Secretless');
      const guidance = await person.webview('Azure Blob Storage');
      const body = guidance.locator('body');
      await until('the steps that are left', async () => (await body.innerText()).includes('Left to do by hand'));
      const text = await body.innerText();
      assert.match(text, /npm install/);
      assert.match(text, /Storage Blob Data Contributor/);
      assert.match(text, /ba92f5b4-2d11-453d-a403-e96b0029c9fe/);
      assert.ok(!text.includes(key.slice(0, 12)));
      await person.screenshot('guidance light');
      await person.switchTheme('dark');
      await person.screenshot('guidance dark');
      await person.switchTheme('high-contrast');
      await person.screenshot('guidance high contrast');
      await person.switchTheme('light');
    });

    await person.step('one undo brings everything back', async () => {
      await person.openFile('src/upload.ts');
      await person.undo();
      await person.saveAll();
      for (const [file, text] of before) await person.waitForFile(file, text);
      await person.waitForSquiggles([key]);
    });
  },
};
