// Runs inside the real extension host: what activation and a keystroke cost there.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import Module from 'node:module';
import * as vscode from 'vscode';
import { EXTENSION, findings, LITERAL, open, ours, pause, until, write } from '../../test/host/suite/stage';
import { sample } from '../engine';
import { median } from '../table';
import type { Row } from '../table';

const rows: Row[] = [];
let changed = 0;
let activated = NaN;

/** Node's loader, which VS Code calls for an extension's code; its own name for it is not in Node's types. */
const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => object };
const load = loader._load.bind(Module);

/** Has `activate()` of the extension timed when VS Code calls it. */
loader._load = (request, ...rest) => {
  const loaded = load(request, ...rest) as { activate?: (context: unknown) => unknown };
  const { activate } = loaded;
  if (!activate || !/[\\/]dist[\\/]extension(?:\.js)?$/.test(request)) return loaded;
  return {
    ...loaded,
    activate: (context: unknown) => {
      const start = performance.now();
      const result = activate(context);
      activated = performance.now() - start;
      return result;
    },
  };
};

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
    rows.push(
      { what: "loading the extension's code", median: took('LoadExtensionCode'), runs: 1, bar: null },
      { what: 'activate()', median: activated, runs: 1, bar: 2 },
      { what: 'activation with the part of VS Code', median: took('ActivateExtension'), runs: 1, bar: null },
    );
    assert.ok(activated >= 0, 'activate() was not seen');
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
      what: 'keystroke to published diagnostics, 100 KB',
      median: median(taken),
      runs: taken.length,
      bar: 5,
    });
  });
});
