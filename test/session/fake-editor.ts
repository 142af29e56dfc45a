import { applyEdits } from '../../src/core/edit';
import type { Files } from '../../src/core/files';
import { linesOf } from '../../src/core/lines';
import { say } from '../../src/core/message';
import { skip } from '../../src/core/skips';
import type { Host, WorkspacePath } from '../../src/session/host';
import type { DocumentKey, OpenDocument } from '../../src/session/open-document';
import type { FileChange } from '../../src/session/planner';
import type { Session } from '../../src/session/session';
import { memoryFiles } from '../support/memory-files';

/** A document of the fake editor; `type` and the like change it as a person does. */
interface Document extends OpenDocument {
  text: string;
  version: number;
  isClosed: boolean;
}

/**
 * An editor without a screen: folders, files on a disk that is a record, documents that can be opened, typed into and closed.
 * It tells its session what VS Code would tell the shell.
 */
export function createFakeEditor(files: Record<DocumentKey, string>, folders: readonly string[] = ['file:///work']) {
  const documents = new Map<DocumentKey, Document>();
  const state = {
    session: null as Session | null,
    following: false,
    readOnly: new Set<DocumentKey>(),
    excluded: new Set<DocumentKey>(),
    /** Keys of files that were read. */
    read: [] as DocumentKey[],
    errors: [] as unknown[],
    /** Work that was left to the background; nothing of it has run. */
    background: [] as Parameters<Host['inBackground']>[0][],
  };
  const tell = (): Session => {
    if (!state.session) throw new Error('the editor has no session yet');
    return state.session;
  };

  const placeOf = (key: DocumentKey): WorkspacePath => {
    const inside = folders.filter((folder) => key.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    const [root] = inside;
    return root === undefined
      ? { root: null, path: key.slice(key.lastIndexOf('/') + 1) }
      : { root, path: key.slice(root.length + 1) };
  };

  const filesOf = (root: string): Files => {
    const now = (): Files => {
      const texts = { ...files, ...Object.fromEntries([...documents].map(([key, { text }]) => [key, text])) };
      const own = Object.entries(texts).filter(([key]) => key.startsWith(`${root}/`));
      return memoryFiles(Object.fromEntries(own.map(([key, text]) => [key.slice(root.length + 1), text])));
    };
    return {
      list: (folder) => now().list(folder),
      read: (path, limit) => {
        state.read.push(`${root}/${path}`);
        return path.startsWith('..') ? skip('missing') : now().read(path, limit);
      },
      editable: (path) => !state.readOnly.has(`${root}/${path}`),
    };
  };

  const open = (key: DocumentKey): Document | null => {
    const known = documents.get(key);
    if (known) return known;
    const text = files[key];
    if (text === undefined) return null;
    const document: Document = {
      uri: key,
      text,
      version: 1,
      languageId: key.endsWith('.cs') ? 'csharp' : key.endsWith('.ts') ? 'typescript' : 'plaintext',
      isClosed: false,
      getText: () => document.text,
      positionAt: (offset) => linesOf(document.text).positionAt(offset),
    };
    documents.set(key, document);
    tell().live.opened(document);
    return document;
  };

  const host: Host = {
    roots: () => folders,
    placeOf,
    addressOf: (root, path) => `${root}/${path}`,
    filesOf,
    followFiles: () => {
      state.following = true;
    },
    inBackground: (work) => {
      state.background.push(work);
    },
    optionsOf: () => ({}),
    isExcluded: (key) => state.excluded.has(key),
    isOpen: (key) => documents.has(key),
    open: (key) => Promise.resolve(open(key)),
    isEditable: (key) => Promise.resolve(!state.readOnly.has(key)),
    failed: (error) => {
      state.errors.push(error);
      return say('failed');
    },
  };

  const replace = (key: DocumentKey, at: number, length: number, text: string): void => {
    const document = documents.get(key);
    if (!document) throw new Error(`${key} is not open`);
    document.text = document.text.slice(0, at) + text + document.text.slice(at + length);
    document.version += 1;
    tell().live.changed(document, [{ rangeOffset: at, rangeLength: length, text }]);
  };

  return {
    host,
    state,
    /** What is on the disk. */
    files,
    attach: (session: Session): Session => (state.session = session),
    open(key: DocumentKey): OpenDocument {
      const document = open(key);
      if (!document) throw new Error(`there is no ${key}`);
      return document;
    },
    close(key: DocumentKey): void {
      const document = documents.get(key);
      if (document) document.isClosed = true;
      documents.delete(key);
      tell().live.closed(key);
      tell().reconsiderClosed(key);
    },
    textOf: (key: DocumentKey): string | undefined => documents.get(key)?.text ?? files[key],
    replace,
    /** Another program writes a file. */
    write(key: DocumentKey, text: string): void {
      files[key] = text;
      tell().fileChanged(key);
    },
    /** Another program deletes a file, or a folder: of a folder's files nothing is told, as with VS Code's watcher. */
    remove(key: DocumentKey): void {
      for (const one of Object.keys(files))
        if (one === key || one.startsWith(`${key}/`)) Reflect.deleteProperty(files, one);
      tell().fileDeleted(key);
    },
    /** Carries a plan out. */
    apply(changes: readonly FileChange[]): void {
      for (const { document, edits } of changes) {
        const before = document.getText();
        replace(document.uri.toString(), 0, before.length, applyEdits(before, edits));
      }
    },
  };
}
