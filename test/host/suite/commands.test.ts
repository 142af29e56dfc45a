import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  at,
  clear,
  EXTENSION,
  fake,
  findings,
  KEY_AUTH,
  holdsNothingOf,
  LITERAL,
  literal,
  makeFolder,
  open,
  ours,
  pause,
  until,
  write,
} from './stage';

describe('commands', function () {
  this.timeout(120_000);
  afterEach(() => clear());

  it('that the manifest names exist, in one category', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    await extension?.activate();
    const manifest = extension?.packageJSON as { contributes: { commands: { command: string; category: string }[] } };
    const present = new Set(await vscode.commands.getCommands(true));
    for (const { command, category } of manifest.contributes.commands) {
      assert.ok(present.has(command), `${command} is declared but not registered`);
      assert.equal(category, 'Secretless');
    }
  });

  it('scan the workspace: closed files are listed, ignored ones are not, and what changes on disk is followed', async () => {
    await makeFolder('deep-7/folder');
    const uri = await write('deep-7/folder/leak.ts', literal(fake.storageConnectionString()));
    await write('deep-7/ignored.ts', literal(fake.storageConnectionString()));
    await write('.gitignore', 'ignored.ts\n');
    await vscode.commands.executeCommand('secretless.scanWorkspace');
    await until('the closed file is listed', () => ours(uri).length === 1);
    assert.deepEqual(ours(at('deep-7/ignored.ts')), []);

    await open('deep-7/folder/leak.ts');
    await findings(uri, LITERAL);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await pause(800);
    assert.equal(ours(uri).length, 1, 'a file of the scan stays listed when it is closed');
    await write('deep-7/folder/leak.ts', 'export {};\n');
    await until('mended on disk', () => ours(uri).length === 0);
  });

  it('ignore a finding with the reason the person gives', async () => {
    const uri = await write('leak-8.ts', literal(fake.storageConnectionString()));
    const editor = await open('leak-8.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    editor.selection = new vscode.Selection(found.range.start, found.range.start);
    const state = { isDone: false };
    void vscode.commands.executeCommand('secretless.ignoreFinding').then(() => (state.isDone = true));
    // Presses Enter and Escape as a person does, for as long as it takes the input box to come.
    await until('the input box is closed', async () => {
      await vscode.commands
        .executeCommand('workbench.action.acceptSelectedQuickOpenItem')
        .then(undefined, () => undefined);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return state.isDone;
    });
    assert.equal(ours(uri).length, 1, 'without a reason nothing is ignored');

    const line = found.range.start.line;
    await editor.edit((edit) =>
      edit.insert(
        new vscode.Position(line, 0),
        '// secretlint-disable-next-line hardcoded/storage-connection-string -- a deleted account\n',
      ),
    );
    await until('the directive is obeyed', () => ours(uri).length === 0);
  });

  it('create a demo file whose secret is made up then and there, and found', async () => {
    await vscode.commands.executeCommand('secretless.createDemoFile');
    const document = await until('a document', () => vscode.window.activeTextEditor?.document);
    assert.equal(document.isUntitled, true);
    const [found] = await findings(document.uri, LITERAL, KEY_AUTH);
    assert.ok(found);
    const first = document.getText(found.range);
    const [action] = (await actionsAt(document.uri, found.range, vscode.CodeActionKind.QuickFix, 1)).filter(
      ({ edit }) => edit,
    );
    assert.ok(action?.edit, 'the demo can be migrated');
    holdsNothingOf(first, JSON.stringify(action.edit.entries()), 'the edit');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('group the tree and show guidance without an error', async () => {
    const uri = await write('leak-10.ts', literal(fake.storageConnectionString()));
    await open('leak-10.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    await vscode.commands.executeCommand('secretless.groupByFile');
    await vscode.commands.executeCommand('secretless.groupByService');
    const code = found.code;
    assert.ok(typeof code === 'object');
    const [argument] = JSON.parse(decodeURIComponent(code.target.query)) as [{ rule: string }];
    assert.equal(argument.rule, 'hardcoded/storage-connection-string');
    await vscode.commands.executeCommand('secretless.showGuidance', argument);
    await vscode.commands.executeCommand('secretless.openWalkthrough');
  });
});
