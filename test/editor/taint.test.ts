import { beforeEach, describe, expect, test, vi } from 'vitest';
import { registerCodeActions } from '../../src/editor/code-actions';
import { publishDiagnostics } from '../../src/editor/diagnostics';
import { registerHover } from '../../src/editor/hover';
import { registerStatus } from '../../src/editor/status';
import { createTree } from '../../src/editor/tree';
import { services } from '../../src/services/index';
import { exampleEditor } from '../support/example-editor';
import { values } from '../support/tainted';
import { Range, screen, Uri } from './fake-screen';

vi.mock('vscode', () => import('./fake-screen'));

beforeEach(() => {
  screen.shown = [];
});

const memory = { get: (_: string, usual: unknown) => usual, update: () => Promise.resolve(), keys: () => [] };

/** What an editor was given, as text: addresses of links as they are and with their arguments. */
function textOf(given: unknown): string {
  const text = JSON.stringify(given, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
      ? [value.text, decodeURIComponent(value.text)]
      : value,
  );
  return `${text}\n${decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'))}`;
}

describe.each(Object.entries(values))('VS Code is shown nothing of %s', (_, fake) => {
  test.each(services.filter(({ examples }) => examples.length > 0))(
    '$id: hover, squiggles, quick fixes, tree and status',
    async ({ examples }) => {
      const { filled, editor, session, taint } = exampleEditor(examples, fake);
      const leaks = new Set<string>();
      let hovers = 0;
      const look = (face: string, given: unknown): void => {
        if (taint(textOf(given)) > 0) leaks.add(face);
      };
      publishDiagnostics(session.store);
      registerHover(session);
      registerCodeActions(session, { show: () => Promise.resolve() } as never);
      createTree(session, memory as never);
      for (const { key } of filled) {
        const document = { ...editor.open(key), uri: new Uri(key) };
        screen.active = { document };
        registerStatus(session.store);
        await session.live.settled(key);
        const given = screen.hover?.provideHover(document, {});
        if (given) hovers += 1;
        look('hover', given);
        look('quick fixes', await screen.actions?.provideCodeActions(document, new Range(), { diagnostics: [] }, {}));
      }
      // The tree follows when a burst of changes is over.
      await vi.waitFor(() => expect(screen.tree?.getChildren()).not.toEqual([]), { timeout: 5000 });
      const groups = screen.tree?.getChildren() ?? [];
      look(
        'tree',
        groups.map((one) => screen.tree?.getTreeItem(one)),
      );
      const leaves = groups.flatMap((one) => screen.tree?.getChildren(one) ?? []);
      look(
        'leaves of the tree',
        leaves.map((one) => screen.tree?.getTreeItem(one)),
      );
      look('squiggles, status, messages', screen.shown);
      expect([...leaks]).toEqual([]);
      expect(hovers).toBeGreaterThan(0);
      expect(leaves.length).toBeGreaterThan(0);
      session.dispose();
    },
    120_000,
  );
});
