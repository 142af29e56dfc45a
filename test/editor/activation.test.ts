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

test('activation takes two milliseconds at most, and loads nothing', async () => {
  const { activate } = await import('../../src/editor/extension');
  const times = Array.from({ length: 9 }, () => {
    const context = { subscriptions: [] as { dispose(): void }[] };
    const start = performance.now();
    activate(context as unknown as ExtensionContext);
    const took = performance.now() - start;
    for (const one of context.subscriptions) one.dispose();
    return took;
  });
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(2);
});
