import assert from 'node:assert/strict';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import { at, clear, fake, findings, LITERAL, literal, open, ours, pause, sameText, until, write } from './stage';

describe('bad input', () => {
  afterEach(() =>
    clear('broken.ts', 'big.ts', 'long.ts', 'bom.ts', 'crlf.ts', 'lone.ts', 'binary.ts', 'locked', 'loop', 'mangled'),
  );

  it('broken syntax while typing keeps the hardcoded finding and never throws', async () => {
    const value = fake.storageConnectionString();
    const uri = await write('broken.ts', literal(value));
    const editor = await open('broken.ts');
    await findings(uri, LITERAL);
    for (const broken of ['const x = {{{', "import { from '", 'export function (', '`${']) {
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), `${broken}\n`));
      await pause(350);
    }
    const found = await findings(uri, LITERAL);
    sameText(found[0] && editor.document.getText(found[0].range), value, 'under the squiggle');
  });

  it('a file of 5 MB is looked at or skipped, and the editor stays alive', async () => {
    const line = `export const value = ${'x'.repeat(80)};\n`;
    const uri = await write('big.ts', line.repeat(50_000) + literal(fake.storageConnectionString()));
    const editor = await open('big.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// typed\n'));
    await pause(2_000);
    assert.ok(ours(uri).length <= 1);
    const small = await write('lone.ts', literal(fake.storageConnectionString()));
    await open('lone.ts');
    await findings(small, LITERAL);
  });

  it('a line of 1 MB does no harm', async () => {
    const value = fake.storageConnectionString();
    const uri = await write(
      'long.ts',
      `const a = '${'x'.repeat(500_000)}'; const key = '${value}'; const b = '${'y'.repeat(500_000)}';\n`,
    );
    const { document } = await open('long.ts');
    await pause(1_500);
    for (const { range } of ours(uri)) sameText(document.getText(range), value, 'under the squiggle');
  });

  it('BOM, CRLF and lone surrogates shift nothing', async () => {
    const value = fake.storageConnectionString();
    const cases = { 'bom.ts': `\uFEFF${literal(value)}`, 'crlf.ts': literal(value).replace(/\n/g, '\r\n') };
    for (const [name, text] of Object.entries(cases)) {
      const uri = await write(name, text);
      const { document } = await open(name);
      const [found] = await findings(uri, LITERAL);
      sameText(found && document.getText(found.range), value, name);
    }
    const uri = await write('lone.ts', literal(value));
    const editor = await open('lone.ts');
    await findings(uri, LITERAL);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "const lone = '\uD83D';\n"));
    const [found] = await findings(uri, LITERAL);
    sameText(found && editor.document.getText(found.range), value, 'after a lone surrogate');
  });

  it('binary content, locked folders, loops and mangled manifests end in a message, not in an error', async () => {
    await write('binary.ts', new Uint8Array([0, 1, 2, 3, 0, 255, 254]));
    await write('mangled/package.json', '{ "name": ');
    const uri = await write('mangled/leak.ts', literal(fake.storageConnectionString()));
    await mkdir(at('locked').fsPath, { recursive: true });
    await write('locked/secret.ts', literal(fake.storageConnectionString()));
    await chmod(at('locked').fsPath, 0o000);
    await mkdir(at('loop').fsPath, { recursive: true });
    await symlink(at('loop').fsPath, at('loop/again').fsPath);
    try {
      await vscode.commands.executeCommand('secretless.scanWorkspace');
      await until('the scan has found the file that can be read', () => ours(uri).length === 1);
      await open('mangled/leak.ts');
      await findings(uri, LITERAL);
      await vscode.commands.executeCommand('secretless.applyFix');
      const text = (await vscode.workspace.openTextDocument(at('mangled/package.json'))).getText();
      assert.equal(text, '{ "name": ', 'a manifest that cannot be read is not touched');
    } finally {
      await chmod(at('locked').fsPath, 0o755);
    }
  });
});
