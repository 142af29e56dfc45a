import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { clear, EXTENSION, fake, findings, LITERAL, literal, open, pause, until, write } from './stage';

/** The extension's files that the extension host has loaded. */
function loaded(): string[] {
  const { extensionPath } = extension();
  const { cache } = createRequire(__filename);
  return Object.keys(cache)
    .filter((file) => file.startsWith(path.join(extensionPath, 'dist')))
    .map((file) => path.basename(file));
}

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION);
  assert.ok(found, `${EXTENSION} is not installed`);
  return found;
}

const HEAVY = /typescript|secretlint|tree-sitter/;

describe('activation', function () {
  this.timeout(120_000);
  after(() => clear());

  it('comes once VS Code has started, whatever files there are, and in untrusted and virtual workspaces', () => {
    const manifest = extension().packageJSON as {
      activationEvents: string[];
      capabilities: { untrustedWorkspaces: { supported: boolean }; virtualWorkspaces: boolean };
    };
    // A list of languages leaves people out whose folder holds others: they see nothing and take it for clean.
    assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
  });

  it('happens by itself, and loads nothing heavy', async () => {
    await write('plain.ts', 'export const answer = 42;\n');
    await open('plain.ts');
    await until('the extension is active', () => extension().isActive);
    await pause(600);
    assert.deepEqual(
      loaded().filter((file) => HEAVY.test(file) && !file.includes('secretlint')),
      [],
    );
  });

  it('loads the parser once there is something to parse', async () => {
    const uri = await write('leak.ts', literal(fake.storageConnectionString()));
    await open('leak.ts');
    await findings(uri, LITERAL);
    assert.ok(loaded().some((file) => /typescript/.test(file)));
  });

  it('knows .env files as dotenv, whatever follows the name', async () => {
    const uri = await write('.env.local', `AZURE_STORAGE_CONNECTION_STRING=${fake.storageConnectionString()}\n`);
    const { document } = await open('.env.local');
    assert.equal(document.languageId, 'dotenv');
    await findings(uri, LITERAL);
  });
});
