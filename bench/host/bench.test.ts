// Runs inside the real extension host: what activation and a keystroke cost there.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { EXTENSION, findings, LITERAL, open, ours, pause, until, write } from '../../test/host/suite/stage';
import { sample } from '../engine';
import { median } from '../table';
import type { Row } from '../table';

const rows: Row[] = [];
let changed = 0;

describe('bench', function () {
  this.timeout(240_000);

  // Listeners are called in the order they came: this one hears of a change before the extension does.
  before(() => {
    vscode.workspace.onDidChangeTextDocument(() => {
      changed = performance.now();
    });
  });

  after(() => {
    const file = process.env['SECRETLESS_BENCH'];
    if (file) writeFileSync(file, JSON.stringify(rows));
  });

  it('activation', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension);
    await extension.activate();
    // VS Code marks these moments itself, whatever made it activate the extension.
    const { MonacoPerformanceMarks } = globalThis as unknown as {
      MonacoPerformanceMarks: { getMarks(): { name: string; startTime: number }[] };
    };
    const marks = MonacoPerformanceMarks.getMarks();
    const took = (what: string): number => {
      const at = (edge: string) =>
        marks.find(({ name }) => name.toLowerCase() === `code/exthost/${edge}${what}/${EXTENSION}`.toLowerCase())
          ?.startTime;
      const [from, to] = [at('will'), at('did')];
      assert.ok(from !== undefined && to !== undefined, marks.map(({ name }) => name).join('\n'));
      return to - from;
    };
    rows.push({
      what: 'loading the extension, in the extension host',
      median: took('LoadExtensionCode'),
      runs: 1,
      bar: null,
    });
    rows.push({ what: 'activate(), in the extension host', median: took('ActivateExtension'), runs: 1, bar: 15 });
  });

  it('keystroke', async () => {
    const uri = await write('typing.ts', sample(100_000));
    const taken: number[] = [];
    const { document } = await open('typing.ts');
    await findings(uri, LITERAL);
    // And this one after it: in between the extension scans and publishes.
    const late = vscode.workspace.onDidChangeTextDocument(() => taken.push(performance.now() - changed));
    for (let i = 0; i < 60; i++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, document.positionAt(document.getText().length), ' ');
      await vscode.workspace.applyEdit(edit);
      await pause(5);
    }
    late.dispose();
    assert.ok(taken.length >= 60);
    await until('the finding is still shown', () => ours(uri).length === 1);
    rows.push({
      what: 'keystroke to published diagnostics, 100 KB, in the extension host',
      median: median(taken),
      runs: taken.length,
      bar: 5,
    });
  });
});
