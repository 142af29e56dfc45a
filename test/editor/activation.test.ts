import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';

vi.mock('vscode', () => ({
  commands: { registerCommand: () => ({ dispose: () => undefined }) },
  window: {},
  l10n: { t: (text: string) => text },
}));
vi.mock('../../src/editor/shell', () => {
  throw new Error('nothing is loaded while VS Code waits');
});

test('the extension wakes up in every folder, whatever languages are in it', () => {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')) as {
    activationEvents: string[];
  };
  expect(manifest.activationEvents).toEqual(['onStartupFinished']);
});

test('activation loads nothing', async () => {
  const { activate } = await import('../../src/editor/extension');
  const context = { subscriptions: [] as { dispose(): void }[] };
  activate(context as unknown as ExtensionContext);
  for (const one of context.subscriptions) one.dispose();
  expect(context.subscriptions.length).toBeGreaterThan(0);
});
