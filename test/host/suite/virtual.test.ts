import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { linesOf } from '../../../src/core/lines';
import { apply } from '../../../src/editor/apply';
import { createPlanner } from '../../../src/editor/plan';
import { createStore, locate, refOf } from '../../../src/editor/store';
import { workspaceFiles } from '../../../src/editor/workspace-files';
import { createEngine } from '../../../src/engine/engine';
import { clear, fake, literal } from './stage';

/** Files that exist nowhere but in memory, as in a workspace that was never cloned. */
class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    const folder = [...this.#files.keys()].some((key) => key.startsWith(`${path.replace(/\/$/, '')}/`));
    if (!file && !folder) throw vscode.FileSystemError.FileNotFound(path);
    return {
      type: file ? vscode.FileType.File : vscode.FileType.Directory,
      ctime: 0,
      mtime: 0,
      size: file?.length ?? 0,
    };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const inside = [...this.#files.keys()]
      .filter((key) => key.startsWith(`${path}/`))
      .map((key) => key.slice(path.length + 1));
    if (inside.length === 0) throw vscode.FileSystemError.FileNotFound(path);
    const names = new Map(inside.map((name) => [name.split('/', 1)[0] ?? '', name.includes('/')]));
    return [...names].map(([name, folder]) => [name, folder ? vscode.FileType.Directory : vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file;
  }

  writeFile({ path }: vscode.Uri, content: Uint8Array): void {
    this.#files.set(path, content);
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}

const project = {
  'package.json': '{\n  "name": "virtual",\n  "dependencies": {\n    "@azure/storage-blob": "^12.26.0"\n  }\n}\n',
  'upload.ts': literal(fake.storageConnectionString({ account: 'contosovirtual' })),
};

async function plan(scheme: string) {
  const engine = createEngine();
  const store = createStore();
  const uri = vscode.Uri.from({ scheme, path: '/project/upload.ts' });
  const document = await vscode.workspace.openTextDocument(uri);
  const text = document.getText();
  const { findings } = await engine.scan({ path: 'upload.ts', text });
  store.set({
    uri,
    version: document.version,
    findings: locate(findings, (offset) => linesOf(text).positionAt(offset)),
    skipped: null,
    busy: false,
  });
  const [located] = store.get(uri)?.findings ?? [];
  assert.ok(located);
  const planner = createPlanner({
    engineOf: () => engine,
    store,
    live: { settled: () => Promise.resolve() },
    optionsOf: () => ({}),
    failed: (error) => assert.fail(error instanceof Error ? error : String(error)),
  });
  return { document, planned: await planner.plan(uri, { kind: 'one', finding: refOf(uri, located), fix: 'identity' }) };
}

describe('files that are not on this disk', function () {
  this.timeout(120_000);
  // Apart, so that no test sees what another one wrote.
  const files = new MemoryFiles();
  const shown = new MemoryFiles();
  const registered: vscode.Disposable[] = [];

  before(() => {
    for (const [name, text] of Object.entries(project)) {
      for (const one of [files, shown])
        one.writeFile(vscode.Uri.from({ scheme: 'memory', path: `/project/${name}` }), new TextEncoder().encode(text));
    }
    registered.push(
      vscode.workspace.registerFileSystemProvider('memory', files),
      vscode.workspace.registerFileSystemProvider('museum', shown, { isReadonly: true }),
    );
  });
  after(async () => {
    await clear();
    for (const one of registered) one.dispose();
  });

  it('are listed and read through VS Code, and what is missing is a value', async () => {
    const access = workspaceFiles(vscode.Uri.from({ scheme: 'memory', path: '/project' }));
    const listing = await access.list('');
    assert.ok(listing.kind === 'listing');
    assert.deepEqual(listing.entries.map(({ name, kind }) => `${kind} ${name}`).sort(), [
      'file package.json',
      'file upload.ts',
    ]);
    const read = await access.read('package.json');
    assert.ok(read.kind === 'text' && read.text === project['package.json']);
    const [missing, folder, large] = await Promise.all([
      access.read('none'),
      access.list('none'),
      access.read('upload.ts', 10),
    ]);
    assert.ok(missing.kind === 'skip' && missing.reason === 'missing');
    assert.ok(folder.kind === 'skip' && folder.reason === 'missing');
    assert.ok(large.kind === 'skip' && large.reason === 'too-large');
  });

  it('are migrated together', async () => {
    const { document, planned } = await plan('memory');
    assert.ok(planned.kind === 'planned');
    assert.equal(planned.changes.length, 2);
    assert.ok(await apply(planned.changes));
    assert.match(document.getText(), /new BlobServiceClient\(\w+, credential\)/);
    const manifest = planned.changes.find((change) => change.document !== document)?.document;
    assert.match(manifest?.getText() ?? '', /"@azure\/identity"/);
  });

  it('are left alone where they are read-only, with a word', async () => {
    const { planned } = await plan('museum');
    assert.ok(planned.kind === 'refused');
    assert.match(planned.message.template, /read-only/);
  });
});
