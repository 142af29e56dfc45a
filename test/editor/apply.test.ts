import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apply, guard } from '../../src/editor/apply';
import type { FileChange } from '../../src/session/planner';

type Listener = (event: { readonly document: Document }) => void;

const code = vi.hoisted(() => ({
  listeners: new Set<Listener>(),
  /** What VS Code does with an edit, and its answer. */
  applyEdit: (): Promise<boolean> => Promise.resolve(true),
  putBack: [] as unknown[],
}));

vi.mock('vscode', () => ({
  Uri: { parse: (text: string) => text },
  Range: class {},
  WorkspaceEdit: class {
    replace(...args: readonly unknown[]): void {
      code.putBack.push(args);
    }
  },
  workspace: {
    applyEdit: () => code.applyEdit(),
    onDidChangeTextDocument: (listener: Listener) => {
      code.listeners.add(listener);
      return { dispose: () => code.listeners.delete(listener) };
    },
  },
}));

class Document {
  version = 1;
  readonly isClosed = false;
  readonly languageId = 'plaintext';
  readonly uri: { toString: () => string };
  constructor(
    uri: string,
    private text: string,
  ) {
    this.uri = { toString: () => uri };
  }
  getText = (): string => this.text;
  positionAt = (offset: number) => ({ line: 0, character: offset });
  become(text: string): void {
    this.text = text;
    this.version += 1;
    for (const listener of [...code.listeners]) listener({ document: this });
  }
}

const change = (document: Document): FileChange => ({
  document: document,
  version: document.version,
  edits: [{ span: { start: 0, end: 3 }, newText: 'new' }],
});

const never = (): Promise<boolean> => new Promise(() => undefined);

let files: readonly [Document, Document];
let changes: readonly FileChange[];

beforeEach(() => {
  code.listeners.clear();
  files = [new Document('file:///a.ts', 'old a'), new Document('file:///.env', 'old env')];
  changes = files.map(change);
});

const arriveAll = (): void => {
  files[0].become('new a');
  files[1].become('new env');
};

describe('an edit that VS Code carries out', () => {
  test('is done once every file has the planned text, though VS Code never answers', async () => {
    code.applyEdit = () => {
      arriveAll();
      return never();
    };
    expect(await apply(changes)).toBe(true);
    expect(code.listeners.size).toBe(0);
  });

  test('is done once every file has the planned text, though a save of them failed', async () => {
    code.applyEdit = () => {
      arriveAll();
      return Promise.resolve(false);
    };
    expect(await apply(changes)).toBe(true);
  });

  test('is not done when VS Code refuses it', async () => {
    code.applyEdit = () => Promise.resolve(false);
    expect(await apply(changes)).toBe(false);
    expect(code.listeners.size).toBe(0);
  });

  test('is not even tried for a document that has changed since', async () => {
    code.applyEdit = () => expect.unreachable();
    files[1].become('old env, typed');
    expect(await apply(changes)).toBe(false);
  });

  test('tells once when the last file has arrived, with the line ends of its document', async () => {
    const arrived = vi.fn();
    const watching = guard(changes, arrived);
    files[0].become('new a');
    expect(arrived).not.toHaveBeenCalled();
    files[1].become('new env');
    files[1].become('new env, typed on');
    expect(arrived).toHaveBeenCalledTimes(1);
    expect(await watching.verify()).toBe(true);
  });

  test('that a keystroke has shifted is put back', async () => {
    const arrived = vi.fn();
    const watching = guard(changes, arrived);
    files[0].become('new a');
    files[1].become('xold env');
    files[1].become('newd env');
    code.putBack = [];
    code.applyEdit = () => Promise.resolve(true);
    expect(await watching.verify()).toBe(false);
    expect(arrived).not.toHaveBeenCalled();
    expect(code.putBack.map((args) => (args as readonly unknown[])[2])).toEqual(['old a', 'xold env']);
  });
});
