import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What test/ui/run.mjs hands to a scenario: a running VS Code with the packaged extension and a workspace. */
export interface Session {
  readonly page: Page;
  /** Absolute path of the open folder: a fresh copy of the demo. */
  readonly workspace: string;
  /** VS Code's version: `1.100.3`. */
  readonly version: string;
  /** `publisher.name` of the extension. */
  readonly extensionId: string;
  /** The extension's name as people see it. */
  readonly displayName: string;
  /** Where screenshots go. */
  readonly shots: string;
  /** Source of squiggled.page.js. */
  readonly squiggledSource: string;
  /** Address of the workbench. */
  readonly address: string;
  /** The user's settings.json. */
  readonly settingsFile: string;
}

/**
 * A file `*.scenario.ts` in test/ui exports one as `scenario`. It runs once in each version of VS Code, in a session of
 * its own; each `person.step` counts as one test, and the first that fails ends the scenario.
 */
export interface Scenario {
  readonly title: string;
  /** User settings from the start. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  run(person: Person): Promise<void>;
}

export interface Squiggle {
  /** What is above it, as rendered. */
  readonly text: string;
  /** A point near its beginning, in pixels of the page. */
  readonly x: number;
  readonly y: number;
}

export type SquiggleSeverity = 'error' | 'warning' | 'info' | 'hint';

/** Colour themes that every VS Code has: the label in the list, and how the workbench shows that it wears one. */
const THEMES = {
  light: { label: 'Light Modern', selector: '.monaco-workbench.vs' },
  dark: { label: 'Dark Modern', selector: '.monaco-workbench.vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', selector: '.monaco-workbench.hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', selector: '.monaco-workbench.hc-light' },
} as const;

/** Patience with a busy machine, in milliseconds. Nothing here measures speed: the bench does. */
const WAIT = 60_000;

/** How long one of several attempts may take, in milliseconds. */
const ATTEMPT = 3000;

/** Everything a person does to VS Code in a scenario. Each function waits until what it names is there, or throws. */
export type Person = ReturnType<typeof createPerson>;

export function createPerson(session: Session, onStep: (name: string, failure: unknown) => void) {
  const { page, workspace, version, extensionId } = session;
  const { keyboard } = page;
  const quickInput = page.locator('.quick-input-widget');
  const editor = page.locator('.editor-instance .monaco-editor').first();

  /** One test of the scenario: named in the output, counted, and a picture taken when it fails. */
  async function step<T>(name: string, action: () => Promise<T>): Promise<T> {
    try {
      const value = await action();
      onStep(name, undefined);
      return value;
    } catch (error) {
      await screenshot(`failed ${name}`).catch(() => undefined);
      if (error instanceof Error) error.message += await onScreen().catch(() => '');
      onStep(name, error);
      throw error;
    }
  }

  /** What a failure says about the screen, for a log that no picture comes with. */
  async function onScreen(): Promise<string> {
    const shown = page.locator(
      '.part.sidebar, .part.statusbar, .notifications-toasts, .monaco-dialog-box, .tab.active',
    );
    const frames = page.locator(`iframe.webview.ready[src*="extensionId=${extensionId}"]`);
    const guidance = frames.first().contentFrame().frameLocator('iframe#active-frame').locator('main');
    const texts = await shown.allInnerTexts();
    if ((await frames.count()) > 0) texts.push(await guidance.innerText({ timeout: 2000 }));
    const lines = texts.join('\n').split('\n');
    return `\non the screen: ${lines
      .filter((line) => line.trim() !== '')
      .join(' | ')
      .slice(0, 3000)}`;
  }

  /** Opens the workbench and waits for the Explorer's files. Run for you before the scenario. */
  async function openWorkbench(): Promise<void> {
    page.setDefaultTimeout(WAIT);
    await page.goto(session.address);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: WAIT });
  }

  /**
   * Reloads the window. Which side bar is open afterwards is VS Code's choice: it writes its layout down once a minute and
   * when it closes, whichever of the two this reload leaves it time for.
   */
  async function reload(): Promise<void> {
    await page.goto(session.address);
    await page.locator('.part.sidebar .composite.title').waitFor({ timeout: WAIT });
  }

  /** Waits until VS Code has written down, for the workspace, a state of the extension that holds `text`. */
  async function waitForState(text: string): Promise<void> {
    const states = `(async () => {
      const promised = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const states = [];
      for (const { name } of await indexedDB.databases()) {
        const database = await promised(indexedDB.open(name));
        if (database.objectStoreNames.contains('ItemTable'))
          states.push(await promised(database.transaction('ItemTable').objectStore('ItemTable').get('${extensionId}')));
        database.close();
      }
      return states.map(String).join();
    })()`;
    // At the latest when it writes down all it has, once a minute.
    await until(`a state with ${text}`, async () => (await page.evaluate<string>(states)).includes(text), 2 * WAIT);
  }

  /** A picture in test-results/ui/<version>/<name>.png. Of one part of the page when `part` is given. */
  async function screenshot(name: string, part?: Locator): Promise<void> {
    mkdirSync(session.shots, { recursive: true });
    const file = path.join(session.shots, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await (part ?? page).screenshot({ path: file });
  }

  /** Opens a file of the workspace through Ctrl+P, by its path or the end of it. */
  async function openFile(name: string): Promise<void> {
    const last = path.posix.basename(name);
    // File search may not know the folder yet right after the start: ask again.
    await until(`Quick Open lists ${name}`, async () => {
      await keyboard.press('Escape');
      await keyboard.press('Control+P');
      await quickInput.locator('input').fill(name);
      const row = quickInput.locator('.monaco-list-row', { hasText: last }).first();
      return appears(row);
    });
    await keyboard.press('Enter');
    await page.locator(`.tab.active[data-resource-name="${last}"]`).waitFor({ timeout: WAIT });
    await editor.locator('.view-line').first().waitFor({ timeout: WAIT });
  }

  /** Runs a command through the command palette, by its title as shown: `Secretless: Scan Workspace`. */
  async function runCommand(title: string): Promise<void> {
    await keyboard.press('F1');
    await quickInput.locator('input').fill(`>${title}`);
    await quickInput.locator('.monaco-list-row', { hasText: title }).first().click({ timeout: WAIT });
  }

  /** Chooses an entry of an open quick pick by its label. */
  async function pick(label: string): Promise<void> {
    await quickInput.locator('.monaco-list-row', { hasText: label }).first().click({ timeout: WAIT });
  }

  /** Puts the focus into the editor; the cursor stays where it was. */
  async function focusEditor(): Promise<void> {
    await keyboard.press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: WAIT });
  }

  /** The squiggles in view, top to bottom. */
  async function squiggles(severity: SquiggleSeverity = 'warning'): Promise<readonly Squiggle[]> {
    return page.evaluate<Squiggle[]>(`(${session.squiggledSource})(${JSON.stringify(severity)})`);
  }

  /** Waits until exactly these texts are under squiggles, top to bottom. */
  async function waitForSquiggles(texts: readonly string[], severity: SquiggleSeverity = 'warning'): Promise<void> {
    await untilEqual(`squiggles (${severity})`, texts, async () => (await squiggles(severity)).map(({ text }) => text));
  }

  /** The squiggle above which a text is that contains `text`; waits for it. */
  async function squiggleAt(text: string, severity: SquiggleSeverity = 'warning'): Promise<Squiggle> {
    return until(`a squiggle (${severity}) under ${text || 'anything'}`, async () =>
      (await squiggles(severity)).find((one) => one.text.includes(text)),
    );
  }

  /**
   * Hovers over the squiggle under `text` and returns the text of the hover that holds `expected`. Escape closes it.
   * A squiggle may move while the editor is still being laid out: each attempt looks for it again, with more patience,
   * since leaving it ends the hover that is being made.
   */
  async function hover(text: string, expected: string | RegExp = /./): Promise<string> {
    const shown = page.locator('.monaco-hover:visible', { hasText: expected }).first();
    let patience = ATTEMPT;
    await until('the hover', async () => {
      const { x, y } = await squiggleAt(text);
      await page.mouse.move(x - 30, y + 60);
      await page.mouse.move(x, y - 4, { steps: 5 });
      patience *= 2;
      return appears(shown, patience);
    });
    return shown.innerText();
  }

  /**
   * Puts the cursor onto the squiggle under `text` and presses Ctrl+. : the titles of the code actions. The menu stays
   * open. Tried again, as for {@link hover}: the first answer may be empty or never come just after the diagnostics came.
   */
  async function codeActions(text: string, severity: SquiggleSeverity = 'warning'): Promise<readonly string[]> {
    const rows = page.locator('.action-widget .monaco-list-row.action');
    const answer = rows.first().or(page.locator('.monaco-editor-overlaymessage')).first();
    let patience = ATTEMPT;
    await until('code actions', async () => {
      await keyboard.press('Escape');
      const { x, y } = await squiggleAt(text, severity);
      await page.mouse.click(x, y - 4);
      await keyboard.press('Control+.');
      patience *= 2;
      return (await appears(answer, patience)) && rows.first().isVisible();
    });
    return (await rows.allInnerTexts()).map((row) => row.trim());
  }

  /** Chooses an entry of the open code action menu by its title or a part of it: arrow keys, then Enter. */
  async function chooseCodeAction(title: string): Promise<void> {
    const rows = page.locator('.action-widget .monaco-list-row.action');
    const focused = page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    for (let left = await rows.count(); !(await focused.isVisible()); left--) {
      if (left === 0) throw new Error(`the menu has no entry ${title}`);
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
    await rows.first().waitFor({ state: 'hidden', timeout: WAIT });
  }

  /** Clicks an icon of the activity bar by its title and waits for its side bar. */
  async function openSideBar(title: string): Promise<void> {
    const icon = page.locator(`.activitybar .action-item:has(.action-label[aria-label^="${title}"])`).first();
    const heading = page.locator('.part.sidebar .composite.title', { hasText: new RegExp(title, 'i') });
    await until(`the side bar ${title}`, async () => {
      // A click on the open one would close it.
      if (!(await heading.isVisible())) await icon.click({ timeout: WAIT });
      return appears(heading);
    });
  }

  /** A view of the side bar, by its header. */
  const view = (title: string): Locator =>
    page.locator('.part.sidebar .pane', { has: page.locator('.pane-header', { hasText: new RegExp(title, 'i') }) });

  /** The visible rows of a tree view, top to bottom. */
  async function treeRows(viewTitle: string): Promise<readonly string[]> {
    const texts = await view(viewTitle).locator('.monaco-list-row').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Clicks a row of a tree view by a part of its text. */
  async function clickTreeRow(viewTitle: string, text: string): Promise<void> {
    // The hover of a row on which the mouse still is may cover this one.
    await page.mouse.move(0, 0);
    await page.locator('.context-view .hover-contents').first().waitFor({ state: 'hidden', timeout: WAIT });
    await view(viewTitle).locator('.monaco-list-row', { hasText: text }).first().click({ timeout: WAIT });
  }

  /** Inside of the extension's webview: use it like a page. `text` tells two webviews apart. */
  async function webview(text?: string): Promise<FrameLocator> {
    const frames = page.locator(`iframe.webview.ready[src*="extensionId=${extensionId}"]`);
    return until(`a webview${text === undefined ? '' : ` that says ${text}`}`, async () => {
      for (let i = 0; i < (await frames.count()); i++) {
        const frame = frames.nth(i).contentFrame().frameLocator('iframe#active-frame');
        const body = await frame
          .locator('body')
          .innerText({ timeout: 2000 })
          .catch(() => undefined);
        if (body !== undefined && body.trim() !== '' && (text === undefined || body.includes(text))) return frame;
      }
      return undefined;
    });
  }

  /** Presses a button of a modal dialog. */
  async function answer(button: string | RegExp): Promise<void> {
    await page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first().click({ timeout: WAIT });
    await page.locator('.monaco-dialog-box').waitFor({ state: 'detached', timeout: WAIT });
  }

  /** Ctrl+Z in the editor. Where VS Code asks, the whole change is undone, in all its files. */
  async function undo(): Promise<void> {
    await focusEditor();
    await keyboard.press('Control+Z');
    const asked = page.locator('.monaco-dialog-box', { hasText: /undo/i });
    if (await appears(asked)) await answer(/Undo in \d+ Files/);
  }

  /** What is rendered of the active editor, line by line. Long files are rendered in part only. */
  async function visibleText(): Promise<string> {
    const lines = await editor.locator('.view-line').all();
    const placed = await Promise.all(
      lines.map(async (line) => ({ y: (await line.boundingBox())?.y ?? 0, text: await line.innerText() })),
    );
    return placed
      .sort((one, other) => one.y - other.y)
      .map(({ text }) => text.replaceAll('\u00a0', ' ').replaceAll('\n', ''))
      .join('\n');
  }

  /** Saves every changed file and waits until no tab is marked as changed. */
  async function saveAll(): Promise<void> {
    await runCommand('File: Save All');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached', timeout: WAIT });
  }

  /** A file of the workspace as it is on disk. */
  const fileText = (name: string): string => readFileSync(path.join(workspace, name), 'utf8');

  /** Waits until a file on disk has this text. */
  async function waitForFile(name: string, text: string): Promise<void> {
    await untilEqual(name, text, () => Promise.resolve(fileText(name)));
  }

  /** The notifications in view. */
  async function notifications(): Promise<readonly string[]> {
    const texts = await page.locator('.notifications-toasts .notification-list-item').allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Changes user settings, then reloads the window, which is how VS Code notices. Open files come back. */
  async function changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const old = JSON.parse(readFileSync(session.settingsFile, 'utf8')) as Record<string, unknown>;
    writeFileSync(session.settingsFile, JSON.stringify({ ...old, ...settings }, null, 2));
    await reload();
  }

  /** Switches the colour theme through the list of themes and waits until the workbench wears it. */
  async function switchTheme(theme: keyof typeof THEMES): Promise<void> {
    const { label, selector } = THEMES[theme];
    await runCommand('Preferences: Color Theme');
    await quickInput.locator('input').fill(label);
    await pick(label);
    await page.locator(selector).waitFor({ timeout: WAIT });
    await quickInput.waitFor({ state: 'hidden', timeout: WAIT });
    // Token colours follow the workbench's.
    await page.waitForTimeout(500);
  }

  return {
    page,
    editor,
    workspace,
    version,
    displayName: session.displayName,
    step,
    openWorkbench,
    reload,
    waitForState,
    screenshot,
    openFile,
    runCommand,
    pick,
    focusEditor,
    squiggles,
    waitForSquiggles,
    squiggleAt,
    hover,
    codeActions,
    chooseCodeAction,
    openSideBar,
    view,
    treeRows,
    clickTreeRow,
    webview,
    answer,
    undo,
    visibleText,
    saveAll,
    fileText,
    waitForFile,
    notifications,
    changeSettings,
    switchTheme,
  };
}

/** Whether an element appears in time. */
const appears = (element: Locator, timeout = ATTEMPT): Promise<boolean> =>
  element.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

/** Asks until the answer is there; says what was waited for when it does not come. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>, patience = WAIT): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited ${String(patience / 1000)} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks until the answer equals `expected`; shows the difference when it does not. */
export async function untilEqual<T>(what: string, expected: T, ask: () => Promise<T>): Promise<void> {
  let last: T | undefined;
  const equal = async (): Promise<boolean> => {
    last = await ask();
    return JSON.stringify(last) === JSON.stringify(expected);
  };
  await until(what, equal).catch(() => {
    assert.deepEqual(last, expected, what);
  });
}
