import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply } from '../../../src/editor/apply';
import { createHost } from '../../../src/editor/host';
import { workspaceFiles } from '../../../src/editor/workspace-files';
import type { Host } from '../../../src/session/host';
import { keyOf } from '../../../src/session/open-document';
import type { FileChange, Planned, Refused } from '../../../src/session/planner';
import { createSession } from '../../../src/session/session';
import { refOf } from '../../../src/session/store';
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

const failed = (error: unknown): never => assert.fail(error instanceof Error ? error : String(error));

/** VS Code with one more folder: `/project` of a file system. */
function hostWith(scheme: string): Host {
  const host = createHost({
    optionsOf: () => ({}),
    followFiles: () => undefined,
    inBackground: () => undefined,
    failed,
  });
  const root = vscode.Uri.from({ scheme, path: '/project' }).toString();
  return { ...host, roots: () => [root], placeOf: (key) => ({ root, path: key.slice(root.length + 1) }) };
}

async function planned(host: Host, scheme: string): Promise<Planned | Refused> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/project/upload.ts' }));
  const key = keyOf(document);
  const session = createSession(host);
  session.live.opened(document);
  await session.live.settled(key);
  const [located] = session.store.get(key)?.findings ?? [];
  assert.ok(located);
  const plan = await session.planner.plan(key, { kind: 'one', finding: refOf(key, located), fix: 'identity' });
  session.dispose();
  return plan;
}

const names = (changes: readonly FileChange[]): string[] =>
  changes.map(({ document }) => keyOf(document).replace(/^.*\//, '')).sort();

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

  it('are not edited for a document outside every folder but for the document itself', async () => {
    const host = createHost({
      optionsOf: () => ({}),
      followFiles: () => undefined,
      inBackground: () => undefined,
      failed,
    });
    const plan = await planned(host, 'memory');
    assert.ok(plan.kind === 'planned');
    assert.deepEqual(names(plan.changes), ['upload.ts']);
  });

  it('are migrated together in a folder', async () => {
    const plan = await planned(hostWith('memory'), 'memory');
    assert.ok(plan.kind === 'planned');
    assert.deepEqual(names(plan.changes), ['package.json', 'upload.ts']);
    assert.ok(await apply(plan.changes));
    const [manifest, code] = ['package.json', 'upload.ts'].map((name) =>
      plan.changes.find(({ document }) => keyOf(document).endsWith(name))?.document.getText(),
    );
    assert.match(code ?? '', /new BlobServiceClient\(\w+, credential\)/);
    assert.match(manifest ?? '', /"@azure\/identity"/);
  });

  it('are left alone where they are read-only, with a word', async () => {
    const plan = await planned(hostWith('museum'), 'museum');
    assert.ok(plan.kind === 'refused');
    assert.match(plan.message.template, /read-only/);
  });
});
