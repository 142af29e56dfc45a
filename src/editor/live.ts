import type { Uri } from 'vscode';
import type { SourceDocument } from '../core/document';
import type { Finding } from '../core/finding';
import type { Position } from '../core/lines';
import type { Message } from '../core/message';
import type { Engine, ScanOptions } from '../engine/engine';
import { carry, reconcile, reveal, settle } from './carry';
import type { Change, Shown } from './carry';
import { locate } from './store';
import type { Store } from './store';

/** The part of `vscode.TextDocument` that scanning needs. Live: its version and text change under our hands. */
export interface OpenDocument {
  readonly uri: Uri;
  readonly version: number;
  readonly languageId: string;
  readonly isClosed: boolean;
  getText(): string;
  positionAt(offset: number): Position;
}

export interface LiveOptions {
  readonly engineOf: (uri: Uri) => Pick<Engine, 'scan' | 'scanText'>;
  readonly store: Store;
  /** Milliseconds without a keystroke before new findings are shown and the full scan runs. */
  readonly pause: number;
  readonly pathOf: (uri: Uri) => string;
  readonly optionsOf: (uri: Uri) => ScanOptions;
  /** Told of an unexpected error; returns what the status says of the document. */
  readonly failed: (error: unknown) => Message;
}

/** Keeps the store in step with the open documents. */
export interface Live {
  opened(document: OpenDocument): void;
  changed(document: OpenDocument, changes: readonly Change[]): void;
  closed(uri: Uri): void;
  /** Runs a scan that is due now instead of at the pause. Resolves when the store holds its answer. */
  settled(uri: Uri): Promise<void>;
  /** A file has changed that open documents may have been read together with: those are looked at again. */
  touched(uri: Uri): void;
  dispose(): void;
}

/** Above this length (UTF-16 units) a keystroke only moves what is shown; the text is read at the pause. */
const KEYSTROKE_LIMIT = 512 * 1024;

interface State {
  readonly document: OpenDocument;
  shown: readonly Shown[];
  skipped: Message | null;
  /** Paths of other files that the findings depend on. */
  needs: ReadonlySet<string>;
  /** Of the text when it was last read. */
  length: number;
  /** No scan has been made yet. */
  fresh: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  running: Promise<void> | null;
}

export function createLive({ engineOf, store, pause, pathOf, optionsOf, failed }: LiveOptions): Live {
  const states = new Map<string, State>();

  const source = (document: OpenDocument): SourceDocument => ({
    path: pathOf(document.uri),
    text: document.getText(),
    languageId: document.languageId,
  });

  /** The text half; an error in it must not stop typing. */
  const half = (state: State, text: SourceDocument): readonly Finding[] => {
    const { uri } = state.document;
    try {
      return engineOf(uri).scanText(text, optionsOf(uri)).findings;
    } catch (error) {
      state.skipped = failed(error);
      return [];
    }
  };

  const publish = (state: State, busy: boolean): void => {
    const { document, shown, skipped } = state;
    const findings = locate(
      shown.map(({ finding }) => finding),
      (offset) => document.positionAt(offset),
    );
    store.set({ uri: document.uri, version: document.version, findings, skipped, busy });
  };

  const schedule = (state: State, delay: number): void => {
    if (state.timer) clearTimeout(state.timer);
    state.timer = setTimeout(() => void run(state), delay);
  };

  const run = (state: State): Promise<void> => {
    if (state.timer) clearTimeout(state.timer);
    state.timer = null;
    state.running = full(state).finally(() => {
      state.running = null;
    });
    return state.running;
  };

  const full = async (state: State): Promise<void> => {
    const { document } = state;
    const { version } = document;
    const text = source(document);
    state.length = text.text.length;
    state.skipped = null;
    const found = half(state, text);
    // A file just opened shows at once what its text tells: the first full scan may have a parser to load.
    if (state.fresh && found.length > 0) {
      state.shown = reveal(state.shown, found);
      publish(state, true);
    }
    state.fresh = false;
    try {
      const { uri } = document;
      const result = await engineOf(uri).scan(text, optionsOf(uri));
      if (document.version !== version || !alive(state)) return;
      state.needs = new Set(result.needs);
      state.shown = settle(result.findings, found);
      state.skipped = result.skipped;
    } catch (error) {
      if (document.version !== version || !alive(state)) return;
      state.skipped = failed(error);
    }
    publish(state, false);
  };

  const alive = (state: State): boolean =>
    states.get(state.document.uri.toString()) === state && !state.document.isClosed;

  const drop = (uri: Uri): void => {
    const key = uri.toString();
    const timer = states.get(key)?.timer;
    if (timer) clearTimeout(timer);
    states.delete(key);
  };

  const touched = (uri: Uri): void => {
    const path = pathOf(uri);
    for (const state of states.values())
      if (state.needs.has(path) && state.document.uri.toString() !== uri.toString()) schedule(state, pause);
  };

  return {
    touched,
    opened(document) {
      drop(document.uri);
      const state: State = {
        document,
        shown: [],
        skipped: null,
        needs: new Set(),
        length: 0,
        fresh: true,
        timer: null,
        running: null,
      };
      states.set(document.uri.toString(), state);
      if (!store.get(document.uri)) publish(state, true);
      schedule(state, 0);
    },
    changed(document, changes) {
      touched(document.uri);
      const state = states.get(document.uri.toString());
      if (!state) return;
      const carried = carry(state.shown, changes);
      if (state.length > KEYSTROKE_LIMIT || !carried.some(({ textual }) => textual)) {
        // Nothing on screen that the text could take back: what is new waits for the pause anyway.
        state.shown = carried;
      } else {
        const text = source(document);
        state.length = text.text.length;
        state.shown = reconcile(carried, half(state, text));
      }
      publish(state, true);
      schedule(state, pause);
    },
    closed: drop,
    async settled(uri) {
      // A scan that was overtaken by a keystroke has set the timer again.
      for (
        let state = states.get(uri.toString());
        state && (state.timer ?? state.running);
        state = states.get(uri.toString())
      ) {
        await (state.timer ? run(state) : state.running);
      }
    },
    dispose() {
      for (const { document } of [...states.values()]) drop(document.uri);
    },
  };
}
