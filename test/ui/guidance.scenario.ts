import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Person, Scenario } from './driver';
import { until } from './driver';

const axeSource = (): string =>
  readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** As much of a page as the scenario touches; the project has no types of browsers, since nothing else runs in one. */
interface PageWindow {
  readonly innerWidth: number;
  readonly innerHeight: number;
  readonly axe?: { run(root: unknown, options: unknown): Promise<{ readonly violations: readonly Violation[] }> };
  readonly MutationObserver: new (changed: () => void) => {
    observe(target: unknown, what: unknown): void;
    disconnect(): void;
  };
  shownAt?: number | undefined;
  scrollTo(x: number, y: number): void;
}
interface PageElement {
  readonly scrollWidth: number;
  readonly scrollHeight: number;
  readonly value: string;
  open: boolean;
  readonly style: { backgroundColor: string };
  readonly ownerDocument: { readonly activeElement: unknown; readonly defaultView: PageWindow };
}

const AXE = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong in the page of the webview. Its own document only: the frame around it is VS Code's. */
async function violations(person: Person, frame: FrameLocator): Promise<readonly string[]> {
  const root = frame.locator(':root');
  const axe = axeSource();
  const { page } = person;
  // The page's policy refuses `eval` and scripts of others; what the debugger evaluates in it is neither.
  for (const inner of page.frames()) await inner.evaluate(axe).catch(() => undefined);
  const found = await root.evaluate(async (element: PageElement, options) => {
    // The page is transparent: what is behind it belongs to VS Code, where axe-core cannot look.
    element.style.backgroundColor = 'var(--vscode-sideBar-background)';
    const result = await element.ownerDocument.defaultView.axe?.run(element, options);
    return result?.violations ?? null;
  }, AXE);
  assert.ok(found, 'axe-core runs');
  return found.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.flatMap(({ html, failureSummary }) => [html, failureSummary ?? ''])].join('\n  '),
  );
}

const clipboard = (person: Person): Promise<string> => person.page.evaluate('navigator.clipboard.readText()');

/** Drags the border of the side bar until it is `width` pixels wide. */
async function resizeSideBar({ page }: Person, width: number): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + box.width, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + width, box.y + 300, { steps: 8 });
  await page.mouse.up();
  await page.waitForTimeout(300);
}

/** Pictures of the whole guidance, a screenful each. */
async function scrollThrough(person: Person, frame: FrameLocator, name: string, most: number): Promise<void> {
  const root = frame.locator(':root');
  const { all, view } = await root.evaluate((element: PageElement) => ({
    all: element.scrollHeight,
    view: element.ownerDocument.defaultView.innerHeight,
  }));
  const scrollTo = (y: number): Promise<void> =>
    root.evaluate((element: PageElement, to) => element.ownerDocument.defaultView.scrollTo(0, to), y);
  for (let at = 0, nth = 1; at < all && nth <= most; at += view - 40, nth++) {
    await scrollTo(at);
    await person.page.waitForTimeout(100);
    await person.screenshot(`${name} ${String(nth)}`, person.page.locator('.part.sidebar'));
  }
  await scrollTo(0);
}

const chosen = (select: Locator): Promise<string> => select.evaluate((element: PageElement) => element.value);
const isFocused = (element: Locator): Promise<boolean> =>
  element.evaluate((one: PageElement) => one === one.ownerDocument.activeElement);
const unfold = (lists: Locator, open: boolean): Promise<void> =>
  lists.evaluateAll((all: PageElement[], wanted) => {
    for (const one of all) one.open = wanted;
  }, open);

/** Clicks a row of the tree and measures, in milliseconds, from the moment it is selected to that of the new page. */
async function selectAndMeasure(person: Person, frame: FrameLocator, file: string): Promise<number> {
  await frame.locator('main').evaluate((main: PageElement) => {
    const window = main.ownerDocument.defaultView;
    window.shownAt = undefined;
    const watch = new window.MutationObserver(() => {
      window.shownAt = Date.now();
      watch.disconnect();
    });
    watch.observe(main, { childList: true });
  });
  await person.page.evaluate(`(() => {
    delete window.selectedAt;
    const watch = new MutationObserver(() => {
      const row = document.querySelector('.part.sidebar .monaco-list-row.selected');
      if (!row?.textContent.includes(${JSON.stringify(file)})) return;
      window.selectedAt = Date.now();
      watch.disconnect();
    });
    watch.observe(document.querySelector('.part.sidebar'), { subtree: true, attributes: true, childList: true });
  })()`);
  await person.clickTreeRow('Findings', file);
  const shownAt = await until(`the guidance for ${file}`, () =>
    frame.locator('main').evaluate((main: PageElement) => main.ownerDocument.defaultView.shownAt),
  );
  const selectedAt = await until(`the selection of ${file}`, () =>
    person.page.evaluate<number | undefined>('window.selectedAt'),
  );
  return shownAt - selectedAt;
}

export const scenario: Scenario = {
  title: 'From a finding to its guidance, and back after a reload',
  viewport: { width: 1280, height: 900 },
  async run(person) {
    const { page } = person;
    const key = /AccountKey=([^;]+);/.exec(person.fileText('src/upload.ts'))?.[1] ?? '';
    assert.equal(key.length, 88);
    let frame!: FrameLocator;

    await person.step('before a finding is chosen the view says what to do, with one button', async () => {
      await person.openSideBar('Secretless');
      frame = await person.webview('Select a finding');
      assert.equal(await frame.getByRole('button').count(), 1);
      assert.deepEqual(await violations(person, frame), []);
      await person.screenshot('guidance empty');
    });

    await person.step('a finding is selected, and the guidance follows', async () => {
      await person.openFile('src/upload.ts');
      await person.waitForSquiggles([key]);
      await until('the finding is listed', async () => (await person.treeRows('Findings')).length > 1);
      // The first selection loads what is needed; the next are what a person feels.
      await person.runCommand('Secretless: Scan Workspace');
      await until('more findings', async () =>
        (await person.treeRows('Findings')).some((row) => row.includes('download.ts')),
      );
      // Rows move for as long as files are scanned.
      await page.locator('.part.statusbar', { hasText: / of \d+ files/ }).waitFor({ state: 'detached' });
      await person.clickTreeRow('Findings', 'upload.ts, line 5');
      frame = await person.webview('Azure Blob Storage');
      await frame.locator('.diff ins').first().waitFor();
      const times: number[] = [];
      // Two findings of an open file: what opening another costs is VS Code's.
      for (const file of ['upload.ts, line 8', 'upload.ts, line 5', 'upload.ts, line 8', 'upload.ts, line 5']) {
        times.push(await selectAndMeasure(person, frame, file));
        await page.waitForTimeout(1000);
      }
      console.log(`      guidance after the selection: ${times.join(', ')} ms`);
    });

    await person.step('the own code stands there before and after, without the value', async () => {
      const diff = frame.locator('.diff');
      await diff.locator('ins').first().waitFor();
      const text = await diff.innerText();
      assert.match(text, /\[redacted\]/);
      assert.match(text, /DefaultAzureCredential/);
      const all = await frame.locator('body').innerHTML();
      assert.ok(!all.includes(key.slice(0, 12)));
      await person.screenshot('guidance');
    });

    await person.step('host and tool are switched, by keyboard; commands follow', async () => {
      await frame.getByLabel('Runs on').focus();
      await frame.getByLabel('Runs on').selectOption('functions');
      await until('Functions', async () => (await frame.locator('#step-identity').innerText()).includes('functionapp'));
      assert.equal(await isFocused(frame.locator('#host')), true);
      await frame.getByLabel('Tool').selectOption('bicep');
      await until('Bicep', async () =>
        (await frame.locator('#step-role-storage-blob').innerText()).includes('roleAssignments'),
      );
      await frame.getByLabel('Tool').selectOption('cli');
      await until('CLI', async () => (await frame.locator('#step-role-storage-blob').innerText()).includes('az role'));
    });

    await person.step('commands are copied, and put into the terminal without being run', async () => {
      await frame.getByRole('button', { name: /^Copy: .*Grant/ }).click();
      await until('the clipboard', async () => (await clipboard(person)).startsWith('az role assignment create'));
      assert.ok(!(await clipboard(person)).includes(key.slice(0, 12)));
      assert.match(await clipboard(person), /storageAccounts\/\w+/);
      await until('it is said', async () => (await frame.locator('#status').innerText()) === 'Copied');
      await frame.getByRole('button', { name: /^Insert in terminal, .*Grant/ }).click();
      await until('it is said', async () => (await frame.locator('#status').innerText()).startsWith('Inserted'));
      await page.locator('.part.panel .terminal-wrapper').first().waitFor();
      await person.screenshot('guidance terminal');
      // Closes the panel with the terminal.
      await page.keyboard.press('Control+J');
      await page.locator('.part.panel').waitFor({ state: 'hidden' });
    });

    await person.step('a step is ticked; after a reload it is still ticked, on the same host', async () => {
      await frame.locator('#tick-identity').focus();
      await page.keyboard.press('Space');
      await until('the count', async () => (await frame.locator('#progress').innerText()).startsWith('1 of'));
      assert.equal(await isFocused(frame.locator('#tick-identity')), true);
      await person.waitForState('"done":["identity"]');
      await person.reload();
      await person.openSideBar('Secretless');
      frame = await person.webview('Azure Blob Storage');
      await until('the tick', () => frame.locator('#tick-identity').isChecked());
      assert.equal(await chosen(frame.locator('#host')), 'functions');
      await frame.locator('.diff ins').first().waitFor();
    });

    await person.step('questions lead to a decision', async () => {
      await frame.getByText('Is this the right way?').click();
      for (const answer of ['change-now', 'shared-yes', 'audit-together', 'others-no']) {
        await frame.locator(`#answer-${answer}`).check();
        await until('the focus stays', () => isFocused(frame.locator(`#answer-${answer}`)));
      }
      await until('the end', async () => (await frame.locator('#outcome').innerText()).includes('Managed identity'));
      assert.match(await frame.locator('#h-identity + p').innerText(), /User-assigned/);
      await person.screenshot('guidance decision', page.locator('.part.sidebar'));
    });

    await person.step('nothing for axe-core to find, in four themes, wide, narrow and at 200 %', async () => {
      // More room for the guidance in the pictures.
      await person.view('Findings').locator('.pane-header').click();
      const lists = frame.locator('details');
      const look = async (name: string): Promise<void> => {
        await unfold(lists, true);
        assert.deepEqual(await violations(person, frame), [], name);
        const spill = await frame
          .locator(':root')
          .evaluate((element: PageElement) => element.scrollWidth - element.ownerDocument.defaultView.innerWidth);
        assert.ok(spill <= 0, `${name}: wider than the view`);
        await scrollThrough(person, frame, `guidance ${name} unfolded`, 8);
        await unfold(lists, false);
        await scrollThrough(person, frame, `guidance ${name}`, 3);
      };
      for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const) {
        await person.switchTheme(theme);
        frame = await person.webview('Azure Blob Storage');
        await resizeSideBar(person, 480);
        await person.screenshot(`guidance ${theme}`);
        await look(`${theme} wide`);
        await resizeSideBar(person, 250);
        await look(`${theme} narrow`);
      }
      await person.switchTheme('light');
      // Half the room for everything is what zooming to 200 % comes to.
      await page.setViewportSize({ width: 640, height: 450 });
      await look('zoomed');
      await page.setViewportSize({ width: 1280, height: 900 });
      await person.view('Findings').locator('.pane-header').click();
    });

    await person.step('a screen reader meets it in order', async () => {
      frame = await person.webview('Azure Blob Storage');
      const tree = await frame.locator('body').ariaSnapshot();
      const folder = path.resolve('test-results/ui', person.version);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'guidance.aria.yml'), tree);
      const order = [
        'combobox "Runs on"',
        'heading "Azure Blob Storage" [level=1]',
        'heading "Your code" [level=2]',
        'button "Apply"',
        'heading "Why it matters"',
        'heading "Which identity"',
        'heading "Roles"',
        'heading "Steps"',
        'checkbox "Done: ',
      ];
      const places = order.map((one) => tree.indexOf(one));
      assert.ok(
        places.every((place) => place >= 0),
        `${JSON.stringify(places)}\n${tree}`,
      );
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
    });

    await person.step('Apply changes the code; the guidance stays and says so', async () => {
      await person.openFile('src/upload.ts');
      frame = await person.webview('Azure Blob Storage');
      await frame.getByRole('button', { name: 'Apply', exact: true }).click();
      await until('no squiggle is left', async () => (await person.squiggles()).length === 0);
      frame = await person.webview('The finding is no longer in the file');
      // What is left of the migration comes first in the side bar; no dialog tells it.
      await frame.getByRole('heading', { name: 'Left to do by hand' }).waitFor();
      const tree = await frame.locator('body').ariaSnapshot();
      assert.ok(tree.indexOf('heading "Left to do by hand"') < tree.indexOf('heading "Why it matters"'));
      assert.equal(await page.locator('.monaco-dialog-box').count(), 0);
      assert.equal(await frame.locator('#tick-identity').isChecked(), true);
    });
  },
};
