import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  at,
  clear,
  fake,
  findings,
  holdsNothingOf,
  KEY_AUTH,
  LITERAL,
  literal,
  onDisk,
  open,
  ours,
  pause,
  project,
  root,
  sameText,
  until,
  write,
} from './stage';

const identity = (actions: readonly vscode.CodeAction[]): vscode.CodeAction => {
  const found = actions.filter(({ isPreferred }) => isPreferred === true);
  assert.equal(found.length, 1, 'exactly one preferred action');
  return found[0] ?? assert.fail();
};

/** Carries a resolved action out as VS Code does: the edit, then the command. */
async function carryOut(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, 'the action was not resolved');
  assert.ok(await vscode.workspace.applyEdit(action.edit, { isRefactoring: true }));
  assert.ok(action.command);
  await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

const textOf = async (path: string): Promise<string> => (await vscode.workspace.openTextDocument(at(path))).getText();

describe('migration', function () {
  this.timeout(120_000);
  afterEach(() => clear());

  it('is offered by titles first; edits are made for the chosen action only', async () => {
    const value = fake.storageConnectionString();
    const uri = await write('leak-17.ts', literal(value));
    await open('leak-17.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    const actions = await actionsAt(uri, found.range);
    assert.match(identity(actions).title, /^Use DefaultAzureCredential for Azure Blob Storage/);
    assert.ok(vscode.CodeActionKind.QuickFix.contains(identity(actions).kind ?? vscode.CodeActionKind.Empty));
    assert.ok(
      actions.every(({ edit }) => edit === undefined),
      'no edit before one is chosen',
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('Preview migration…'), titles.join('; '));
    assert.ok(titles.includes('Explain: managed identity option for Azure Blob Storage'), titles.join('; '));
    assert.ok(titles.includes('Ignore with a reason…'), titles.join('; '));
    const rewrites = actions.filter(({ kind }) => kind && vscode.CodeActionKind.RefactorRewrite.contains(kind));
    assert.ok(
      rewrites.some(({ title }) => title.includes('Key Vault')),
      titles.join('; '),
    );
    holdsNothingOf(value, JSON.stringify(actions), 'a code action');
  });

  it('changes code, package and settings in one step; one undo takes all of it back', async () => {
    const { code, value } = await project('photos-18');
    const paths = ['photos-18/download.ts', 'photos-18/package.json', 'photos-18/.env'];
    const before = await Promise.all(paths.map(onDisk));
    await open('photos-18/download.ts');
    const [found] = await findings(code, KEY_AUTH);
    assert.ok(found);
    const [action] = (await actionsAt(code, found.range, vscode.CodeActionKind.QuickFix, 1)).filter(({ edit }) => edit);
    assert.ok(action?.edit);
    assert.deepEqual(
      action.edit
        .entries()
        .map(([uri]) => uri.path.slice(root().path.length + 1))
        .sort(),
      [...paths].sort(),
    );
    await carryOut(action);

    const [ts, pkg, env] = await Promise.all(paths.map(textOf));
    assert.match(ts ?? '', /new BlobServiceClient\(\w+, credential\)/);
    assert.match(ts ?? '', /import \{ DefaultAzureCredential \} from '@azure\/identity';/);
    assert.match(pkg ?? '', /"@azure\/identity": "\^?\d/);
    assert.match(env ?? '', /^AZURE_STORAGEBLOB_RESOURCEENDPOINT=.*https:\/\/contosophotos\.blob\.core\.windows\.net/m);
    holdsNothingOf(value, `${ts ?? ''}${pkg ?? ''}`, 'the rewritten code');
    await until('nothing is found any more', () => ours(code).length === 0);

    await open('photos-18/download.ts');
    await vscode.commands.executeCommand('undo');
    await until('everything is as before', async () => {
      const now = await Promise.all(paths.map(textOf));
      return now.every((text, i) => text === before[i]);
    });
  });

  it('moves a secret that another file exports, in both files and one step, and follows that file', async () => {
    const value = fake.storageConnectionString({ account: 'contosopress' });
    await write('press-25/config.ts', `export const conn = '${value}';\n`);
    const code = await write(
      'press-25/print.ts',
      `import { BlobServiceClient } from '@azure/storage-blob';\nimport { conn } from './config';\n\nexport const client = BlobServiceClient.fromConnectionString(conn);\n`,
    );
    const paths = ['press-25/print.ts', 'press-25/config.ts'];
    const before = await Promise.all(paths.map(onDisk));
    await open('press-25/print.ts');
    const [found] = await findings(code, KEY_AUTH);
    assert.ok(found);
    const [action] = (await actionsAt(code, found.range, vscode.CodeActionKind.QuickFix, 1)).filter(({ edit }) => edit);
    assert.ok(action?.edit);
    await carryOut(action);
    const [ts, config] = await Promise.all(paths.map(textOf));
    assert.match(ts ?? '', /import \{ blobEndpoint \} from '\.\/config';/);
    assert.equal(config, "export const blobEndpoint = 'https://contosopress.blob.core.windows.net';\n");
    await until('nothing is found any more', () => ours(code).length === 0);
    await open('press-25/print.ts');
    await vscode.commands.executeCommand('undo');
    await until('everything is as before', async () => {
      const now = await Promise.all(paths.map(textOf));
      return now.every((text, i) => text === before[i]);
    });

    // What the other file says decides here, saved or not.
    await until('it is found again', () => ours(code).length === 1);
    const editor = await open('press-25/config.ts');
    const whole = new vscode.Range(new vscode.Position(0, 0), new vscode.Position(9, 0));
    await editor.edit((edit) => {
      edit.replace(whole, "export const conn = 'UseDevelopmentStorage=true';\n");
    });
    await until('an emulator is no finding', () => ours(code).length === 0);
  });

  it('plans anew when the file changed between title and edit', async () => {
    const uri = await write('leak-19.ts', literal(fake.storageConnectionString()));
    const editor = await open('leak-19.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    await actionsAt(uri, found.range);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// one line more\n// and one\n'));
    const [moved] = await findings(uri, LITERAL);
    assert.ok(moved);
    const [action] = (await actionsAt(uri, moved.range, vscode.CodeActionKind.QuickFix, 1)).filter(({ edit }) => edit);
    assert.ok(action);
    await carryOut(action);
    const text = editor.document.getText();
    assert.ok(text.startsWith('// one line more\n// and one\n'));
    assert.match(text, /new BlobServiceClient\(/);
    assert.doesNotMatch(text, /fromConnectionString/);
  });

  it('takes an edit back that a keystroke has overtaken', async () => {
    const uri = await write('leak-20.ts', literal(fake.storageConnectionString()));
    const editor = await open('leak-20.ts');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    const [action] = (await actionsAt(uri, found.range, vscode.CodeActionKind.QuickFix, 1)).filter(({ edit }) => edit);
    assert.ok(action);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '/* typed meanwhile */ '));
    const typed = editor.document.getText();
    await carryOut(action);
    sameText(editor.document.getText(), typed, 'what the person typed, and nothing else');
  });

  it('refuses with a reason, and offers the explanation instead of an edit', async () => {
    const uri = await write(
      'share-21.ts',
      `import { BlobSASPermissions, StorageSharedKeyCredential, generateBlobSASQueryParameters } from '@azure/storage-blob';

const account = process.env.AZURE_STORAGE_ACCOUNT ?? '';
const key = process.env.AZURE_STORAGE_KEY ?? '';

export const sas = (name: string) =>
  generateBlobSASQueryParameters(
    { containerName: 'photos-21', blobName: name, permissions: BlobSASPermissions.parse('r') },
    new StorageSharedKeyCredential(account, key),
  );
`,
    );
    await open('share-21.ts');
    const [found] = await findings(uri, KEY_AUTH);
    assert.ok(found);
    const actions = await actionsAt(uri, found.range, undefined, 10);
    assert.ok(actions.some(({ title }) => title === 'Why there is no automatic rewrite'));
    assert.ok(actions.every(({ edit, isPreferred }) => edit === undefined && isPreferred !== true));
    await vscode.commands.executeCommand('secretless.explainRefusal');
  });

  it('fixes everything in a file at once, as a source action and as a command', async () => {
    const text = `import { BlobServiceClient, ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';

const first = BlobServiceClient.fromConnectionString('${fake.storageConnectionString({ account: 'contosoone' })}');
const second = new ContainerClient('https://contosotwo.blob.core.windows.net/photos', new StorageSharedKeyCredential('contosotwo', '${fake.storageKey()}'));
export { first, second };
`;
    const uri = await write('two-22.ts', text);
    const editor = await open('two-22.ts');
    await findings(uri, LITERAL, 'hardcoded/storage-account-key');
    const everything = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const all = vscode.CodeActionKind.SourceFixAll.append('secretless');
    const general = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      everything,
      vscode.CodeActionKind.SourceFixAll.value,
    );
    assert.ok(
      !general.some(({ kind }) => kind?.value === all.value),
      "a linter's fix-all on save changes no authentication",
    );
    const [action] = await actionsAt(uri, everything, all, 1);
    assert.ok(action?.edit);
    assert.equal(action.kind?.value, 'source.fixAll.secretless');
    await carryOut(action);
    await until('nothing is left', () => ours(uri).length === 0);
    assert.equal(
      editor.document.getText().match(/new DefaultAzureCredential\(\)/g)?.length,
      1,
      'one shared credential',
    );

    await clear();
    await write('two-22.ts', text);
    const again = await open('two-22.ts');
    await findings(uri, LITERAL, 'hardcoded/storage-account-key');
    await vscode.commands.executeCommand('secretless.fixAllInFile');
    await until('nothing is left', () => ours(uri).length === 0);
    assert.equal(again.document.getText().match(/new DefaultAzureCredential\(\)/g)?.length, 1);
  });

  it('shows the whole change before it is made, and makes or drops it', async () => {
    const { code } = await project('photos-23');
    const before = await onDisk('photos-23/download.ts');
    await open('photos-23/download.ts');
    await findings(code, KEY_AUTH);
    await vscode.commands.executeCommand('secretless.previewMigration');
    const tab = await until('a preview', () => previewTab());
    assert.match(tab.label, /DefaultAzureCredential/);
    assert.equal(await textOf('photos-23/download.ts'), before, 'a preview changes nothing');
    await vscode.commands.executeCommand('secretless.cancelPreview');
    await until('the preview is closed', () => previewTab() === undefined);
    assert.equal(await textOf('photos-23/download.ts'), before);

    await open('photos-23/download.ts');
    await vscode.commands.executeCommand('secretless.previewMigration');
    await until('a preview', () => previewTab());
    await vscode.commands.executeCommand('secretless.applyPreview');
    await until('applied', async () => (await textOf('photos-23/download.ts')).includes('DefaultAzureCredential'));
    await until('the preview is closed', () => previewTab() === undefined);
  });

  it('leaves a literal to no rewrite where the language has none, and never offers a comment where there are none', async () => {
    const uri = await write('kept-24.json', `{ "connection": "${fake.storageConnectionString()}" }\n`);
    await open('kept-24.json');
    const [found] = await findings(uri, LITERAL);
    assert.ok(found);
    await pause(300);
    const actions = await actionsAt(uri, found.range, undefined, 10);
    assert.ok(actions.every(({ edit }) => edit === undefined));
    assert.ok(actions.every(({ title }) => !title.startsWith('Ignore')));
  });
});

const previewTab = (): vscode.Tab | undefined =>
  vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.startsWith('Preview: '));
