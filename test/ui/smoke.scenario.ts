import assert from 'node:assert/strict';
import type { Scenario } from './driver';

export const scenario: Scenario = {
  title: 'The package',
  async run(person) {
    await person.step('is installed and enabled', async () => {
      await person.openSideBar('Extensions');
      const row = person.page.locator('.extensions-list .monaco-list-row', { hasText: person.displayName });
      await row.first().waitFor({ timeout: 30_000 });
      assert.doesNotMatch(await row.first().innerText(), /disabled|reload/i);
    });

    await person.step('stays quiet: no notification, no problem with the extension', async () => {
      assert.deepEqual(await person.notifications(), []);
      await person.screenshot('smoke installed');
    });
  },
};
