import assert from 'node:assert/strict';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import {
  at,
  clear,
  fake,
  findings,
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

describe('rough input', function () {
  this.timeout(120_000);
  afterEach(() => clear());

  it('broken syntax while typing keeps the hardcoded finding and never throws', async () => {
    const value = fake.storageKey();
    const uri = await write('broken-1.ts', literal(fake.storageConnectionString({ key: value })));
    const editor = await open('broken-1.ts');
    await findings(uri, LITERAL);
    for (const broken of ['const x = {{{', "import { from '", 'export function (', '`${']) {
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), `${broken}\n`));
      await pause(350);
    }
    await pause(600);
    const found = ours(uri).find((one) => ruleOf(one) === LITERAL);
    sameText(found && editor.document.getText(found.range), value, 'under the squiggle');
  });

  it('a file of 5 MB is looked at or skipped, and the editor stays alive', async () => {
    const line = `export const value = ${'x'.repeat(80)};\n`;
    const uri = await write('big-2.ts', line.repeat(50_000) + literal(fake.storageConnectionString()));
    const editor = await open('big-2.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// typed\n'));
    await pause(2_000);
    assert.ok(ours(uri).length <= 1);
    const small = await write('lone-2.ts', literal(fake.storageConnectionString()));
    await open('lone-2.ts');
    await findings(small, LITERAL);
  });

  it('a line of 1 MB does no harm', async () => {
    const value = fake.storageKey();
    const uri = await write(
      'long-3.ts',
      `const a = '${'x'.repeat(500_000)}'; const key = '${fake.storageConnectionString({ key: value })}'; const b = '${'y'.repeat(500_000)}';\n`,
    );
    const { document } = await open('long-3.ts');
    await pause(1_500);
    for (const { range } of ours(uri)) sameText(document.getText(range), value, 'under the squiggle');
  });

  it('BOM, CRLF and lone surrogates shift nothing', async () => {
    const value = fake.storageKey();
    const cases = {
      'bom-4.ts': `\uFEFF${literal(fake.storageConnectionString({ key: value }))}`,
      'crlf-4.ts': literal(fake.storageConnectionString({ key: value })).replace(/\n/g, '\r\n'),
    };
    for (const [name, text] of Object.entries(cases)) {
      const uri = await write(name, text);
      const { document } = await open(name);
      const [found] = await findings(uri, LITERAL);
      sameText(found && document.getText(found.range), value, name);
    }
    const uri = await write('lone-4.ts', literal(fake.storageConnectionString({ key: value })));
    const editor = await open('lone-4.ts');
    await findings(uri, LITERAL);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "const lone = '\uD83D';\n"));
    const [found] = await findings(uri, LITERAL);
    sameText(found && editor.document.getText(found.range), value, 'after a lone surrogate');
  });

  it('binary content, locked folders, loops and mangled manifests end in a message, not in an error', async () => {
    await write('binary-5.ts', new Uint8Array([0, 1, 2, 3, 0, 255, 254]));
    await write('mangled-5/package.json', '{ "name": ');
    const uri = await write('mangled-5/leak.ts', literal(fake.storageConnectionString()));
    await mkdir(at('locked-5').fsPath, { recursive: true });
    await write('locked-5/secret.ts', literal(fake.storageConnectionString()));
    await chmod(at('locked-5').fsPath, 0o000);
    await mkdir(at('loop-5').fsPath, { recursive: true });
    await symlink(at('loop-5').fsPath, at('loop-5/again').fsPath);
    try {
      await vscode.commands.executeCommand('secretless.scanWorkspace');
      await until('the scan has found the file that can be read', () => ours(uri).length === 1);
      await open('mangled-5/leak.ts');
      await findings(uri, LITERAL);
      await vscode.commands.executeCommand('secretless.applyFix');
      const text = (await vscode.workspace.openTextDocument(at('mangled-5/package.json'))).getText();
      assert.equal(text, '{ "name": ', 'a manifest that cannot be read is not touched');
    } finally {
      await chmod(at('locked-5').fsPath, 0o755);
    }
  });
});
