import { createEngine, createTools } from '../engine/engine';
import type { Engine } from '../engine/engine';
import type { Host, RootKey } from './host';
import type { DocumentKey } from './open-document';

/** One engine for each workspace folder, and one for documents outside all of them. They share parsers and tables. */
export interface Engines {
  /** For what reads no other file: texts alone, rules, services, guidance. */
  readonly alone: Engine;
  /** The engine of a document's folder. It knows of every change that was told before. */
  of(key: DocumentKey): Engine;
  ofRoot(root: RootKey): Engine;
  /** A file was written, made or deleted, or what an editor holds in its place was put away. */
  fileChanged(key: DocumentKey): void;
  /** The text of an open document is another one. Told at each keystroke, so it costs next to nothing. */
  textChanged(key: DocumentKey): void;
}

export function createEngines(host: Pick<Host, 'placeOf' | 'filesOf' | 'followFiles'>): Engines {
  const tools = createTools();
  const alone = createEngine({ tools });
  const known = new Map<RootKey, Engine>();
  // Kept back until an engine is asked for: a hundred keystrokes are one change.
  const waiting = new Map<DocumentKey, 'file' | 'text'>();

  /** @param by who asks: its text goes with its question, and need not be read again for each pause in its typing. */
  const tell = (by: DocumentKey | null): void => {
    for (const [key, what] of waiting) {
      if (key === by && what === 'text') continue;
      waiting.delete(key);
      const { root, path } = host.placeOf(key);
      if (root !== null) known.get(root)?.changed(path);
    }
  };

  const engineOf = (root: RootKey, by: DocumentKey | null): Engine => {
    tell(by);
    const ready = known.get(root);
    if (ready) return ready;
    host.followFiles();
    const engine = createEngine({ files: host.filesOf(root), tools });
    known.set(root, engine);
    return engine;
  };

  return {
    alone,
    of(key) {
      const { root } = host.placeOf(key);
      return root === null ? alone : engineOf(root, key);
    },
    ofRoot: (root) => engineOf(root, null),
    fileChanged(key) {
      if (known.size > 0) waiting.set(key, 'file');
    },
    textChanged(key) {
      if (known.size > 0 && !waiting.has(key)) waiting.set(key, 'text');
    },
  };
}
