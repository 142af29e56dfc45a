import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  at,
  clear,
  fake,
  findings,
  holdsNothingOf,
  hoverText,
  LITERAL,
  literal,
  open,
  ours,
  pause,
  ruleOf,
  sameText,
  until,
  write,
} from './stage';

describe('diagnostics', function () {
  this.timeout(120_000);
  afterEach(() => clear());

  it('stand exactly under the value, with rule, source and link, and never hold it', async () => {
    const value = fake.storageKey();
    const uri = await write('leak-11.ts', literal(fake.storageConnectionString({ key: value })));
    const { document } = await open('leak-11.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    sameText(document.getText(found.range), value, 'under the squiggle');
    assert.equal(ruleOf(found), 'hardcoded/storage-connection-string');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(found.message.length < 100);
    const code = found.code;
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    holdsNothingOf(value, JSON.stringify([found.message, found.code, found.relatedInformation]), 'the diagnostic');
  });

  it('appear after a pause while typing, follow the text, and go at once', async () => {
    const value = fake.storageKey();
    const uri = await write('leak-12.ts', "export const connection = '';\n");
    const editor = await open('leak-12.ts');
    const { document } = editor;
    await findings(uri);

    const place = new vscode.Position(0, document.lineAt(0).text.indexOf("''") + 1);
    const seen: number[] = [];
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString())) seen.push(ours(uri).length);
    });
    await editor.edit((edit) => edit.insert(place, fake.storageConnectionString({ key: value })));
    assert.deepEqual(ours(uri), [], 'new findings wait for the pause');
    await findings(uri, LITERAL);

    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// a line above\n'));
    const moved = await until('the finding moves with the text', () => {
      const [found] = ours(uri);
      return found && document.getText(found.range) === value && found;
    });
    await findings(uri, LITERAL);
    const before = seen.length;
    await editor.edit((edit) => edit.delete(moved.range));
    await until('the finding is gone', () => ours(uri).length === 0);
    await pause(700);
    const last = seen.slice(before);
    const after = last.slice(last.indexOf(0));
    assert.ok(after.length > 0 && after.every((count) => count === 0), 'what is gone does not come back by itself');
    listening.dispose();
  });

  it('are cleared when the file is closed, deleted or renamed', async () => {
    const uri = await write('leak-13.ts', literal(fake.storageConnectionString()));
    await open('leak-13.ts');
    await findings(uri, LITERAL);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('closed: cleared', () => ours(uri).length === 0);

    await open('leak-13.ts');
    await findings(uri, LITERAL);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, at('moved-13.ts'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('renamed: the old name is clear', () => ours(uri).length === 0);
    await findings(at('moved-13.ts'), LITERAL);

    const gone = new vscode.WorkspaceEdit();
    gone.deleteFile(at('moved-13.ts'));
    assert.ok(await vscode.workspace.applyEdit(gone));
    await until('deleted: cleared', () => ours(at('moved-13.ts')).length === 0);
  });

  it('take their severity from the settings', async () => {
    const uri = await write('leak-14.ts', literal(fake.storageConnectionString()));
    await open('leak-14.ts');
    await findings(uri, LITERAL);
    const settings = vscode.workspace.getConfiguration('secretless');
    try {
      await settings.update('severity.hardcoded', 'error', vscode.ConfigurationTarget.Workspace);
      await until('an error', () => ours(uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
      await settings.update(
        'rules',
        { 'hardcoded/storage-connection-string': 'off' },
        vscode.ConfigurationTarget.Workspace,
      );
      await until('off', () => ours(uri).length === 0);
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      await until('on again', () => ours(uri).length === 1);
      await settings.update('scan.exclude', ['leak-14.*'], vscode.ConfigurationTarget.Workspace);
      await until('excluded', () => ours(uri).length === 0);
    } finally {
      for (const key of ['severity.hardcoded', 'rules', 'scan.exclude']) {
        await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
      }
    }
  });

  it('stay out of documents that are not files of a person', async () => {
    const text = literal(fake.storageConnectionString());
    const scheme = 'some-tool';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => text,
    });
    const uri = vscode.Uri.from({ scheme, path: '/x.ts' });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await pause(800);
    assert.deepEqual(ours(uri), []);
    provider.dispose();
  });

  it('come with a hover that says why, the role, and never the value', async () => {
    const value = fake.storageKey();
    const uri = await write('leak-16.ts', literal(fake.storageConnectionString({ key: value })));
    await open('leak-16.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    const text = await until('a hover', async () => {
      const hover = await hoverText(uri, found.range.start.translate(0, 3));
      // What the text alone says comes first; the fix comes with the full scan.
      return hover.includes('Azure Blob Storage') && hover.includes('command:secretless.applyFix') && hover;
    });
    assert.match(text, /Storage Blob Data/);
    assert.match(text, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/);
    assert.match(text, /command:secretless\.applyFix/);
    assert.match(text, /command:secretless\.showGuidance/);
    assert.match(text, /https:\/\/learn\.microsoft\.com/);
    holdsNothingOf(value, decodeURIComponent(text.replace(/%(?![0-9A-F]{2})/g, '')), 'the hover');
  });
});
