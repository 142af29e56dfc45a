// What the tests do in the real VS Code: write files, open them, wait for what the extension shows.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createFake } from '../../support/fake-secrets';

export const EXTENSION = 'secretless.secretless-azure';

/** Fake secrets, made now: the suite holds none. */
export const fake = createFake(20_261_121);

export const LITERAL = 'hardcoded/storage-connection-string';
export const KEY_AUTH = 'key-auth/storage-blob';

export const root = (): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the suite needs a workspace folder');
  return folder.uri;
};

export const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), ...path.split('/'));

export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(at(path), bytes);
  return at(path);
}

/**
 * Makes a folder, level by level, each one followed by VS Code before the next: its watcher on Linux takes notice of a new
 * folder a little late, and never of what was made inside it before.
 */
export async function makeFolder(path: string): Promise<void> {
  const made = new Set<string>();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, true);
  watcher.onDidCreate((uri) => made.add(uri.toString()));
  const names = path.split('/');
  for (let level = 1; level <= names.length; level += 1) {
    const folder = at(names.slice(0, level).join('/'));
    await vscode.workspace.fs.createDirectory(folder);
    await until(`VS Code knows ${folder.path}`, () => made.has(folder.toString()));
  }
  watcher.dispose();
}

export const onDisk = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(at(path)));

/** Opens a file as a person does. (A document opened through the API stays in memory for minutes after its editor.) */
export async function open(path: string): Promise<vscode.TextEditor> {
  const uri = at(path);
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return until(`an editor for ${path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : null;
  });
}

/** Closes every editor, unsaved changes and all, and empties the workspace. */
export async function clear(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert').then(undefined, () => undefined);
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isClosed) continue;
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const [name] of await vscode.workspace.fs.readDirectory(root())) {
    await vscode.workspace.fs.delete(at(name), { recursive: true });
  }
}

/** Asks until the answer is true-ish: VS Code and the extension talk in messages. */
export async function until<T>(
  what: string,
  ask: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  timeout = 30_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    assert.ok(Date.now() < end, `still not so after ${String(timeout)} ms: ${what}`);
    await pause(50);
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

export const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'secretless');

/** Waits until exactly these rules are shown, in order of place, and for the full scan to leave them so. */
export async function findings(uri: vscode.Uri, ...rules: readonly string[]): Promise<vscode.Diagnostic[]> {
  const wanted = JSON.stringify(rules);
  let shown = '';
  const match = (): vscode.Diagnostic[] | null => {
    const found = ours(uri).sort((a, b) => a.range.start.compareTo(b.range.start));
    shown = JSON.stringify(found.map(ruleOf));
    return shown === wanted ? found : null;
  };
  try {
    await until('', match);
    await pause(400);
    return await until('', match, 5_000);
  } catch {
    return assert.fail(`in ${uri.path}: ${shown} instead of ${wanted}`);
  }
}

/** Asserts without printing what is compared: it may hold a fake secret. */
export function sameText(actual: string | undefined, expected: string, what: string): void {
  assert.ok(actual === expected, `${what}: not the expected text`);
}

export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  typeof code === 'object' ? String(code.value) : String(code ?? '');

/** The code actions at a range, unresolved unless asked. The first answer may be empty while providers start. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind?: vscode.CodeActionKind,
  resolve = 0,
): Promise<vscode.CodeAction[]> {
  return until(`code actions in ${uri.path}`, async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
      resolve,
    );
    const own = all.filter(isOurs);
    return own.length > 0 && own;
  });
}

const isOurs = ({ title, command }: vscode.CodeAction): boolean =>
  (command?.command.startsWith('secretless.') ?? false) ||
  /DefaultAzureCredential|Microsoft Entra|Key Vault|the setting/.test(title);

export const hoverText = async (uri: vscode.Uri, position: vscode.Position): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))
    .join('\n');
};

/** Fails when a text holds the value or a part of it long enough to tell something. */
export function holdsNothingOf(value: string, text: string, where: string): void {
  for (let i = 0; i + 12 <= value.length; i += 4) {
    assert.ok(!text.includes(value.slice(i, i + 12)), `${where} holds a part of the secret`);
  }
}

/** A project of three files in which one setting's reader can be migrated. */
export async function project(name: string): Promise<{ readonly code: vscode.Uri; readonly value: string }> {
  const value = fake.storageConnectionString({ account: 'contosophotos' });
  await write(
    `${name}/package.json`,
    `${JSON.stringify({ name, dependencies: { '@azure/storage-blob': '^12.26.0' } }, null, 2)}\n`,
  );
  await write(`${name}/.env`, `PORT=3000\nAZURE_STORAGE_CONNECTION_STRING="${value}"\n`);
  const code = await write(
    `${name}/download.ts`,
    `import { BlobServiceClient } from '@azure/storage-blob';

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
if (!connectionString) {
  throw new Error('AZURE_STORAGE_CONNECTION_STRING is not set');
}

export const service = BlobServiceClient.fromConnectionString(connectionString);
`,
  );
  return { code, value };
}

/** Code with the value as a literal. */
export const literal = (value: string): string => `import { BlobServiceClient } from '@azure/storage-blob';

const connectionString = '${value}';

export const service = BlobServiceClient.fromConnectionString(connectionString);
`;
