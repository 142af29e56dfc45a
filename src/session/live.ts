import type { Finding } from '../core/finding';
import type { Message } from '../core/message';
import type { Engine } from '../engine/engine';
import { carry, reconcile, reveal, settle } from './carry';
import type { Change, ShownFinding } from './carry';
import type { Engines } from './engines';
import type { Host, WorkspacePath, RootKey } from './host';
import { keyOf, sourceOf } from './open-document';
import type { DocumentKey, OpenDocument } from './open-document';
import { locate } from './store';
import type { Store } from './store';

/** The part of the engines that scanning needs. */
interface ScanningEngines extends Pick<Engines, 'fileChanged' | 'textChanged'> {
  readonly alone: Pick<Engine, 'scanText'>;
  of(key: DocumentKey): Pick<Engine, 'scan'>;
}

export interface LiveOptions {
  readonly host: Pick<Host, 'placeOf' | 'optionsOf' | 'failed'>;
  readonly engines: ScanningEngines;
  readonly store: Store;
  /** Milliseconds without a keystroke before new findings are shown and the full scan runs. */
  readonly pause: number;
  /** A document of this folder has to do with Azure. Called at each scan of one. */
  readonly onAzure: (root: RootKey) => void;
}

/** Keeps the store in step with the open documents. */
export interface Live {
  opened(document: OpenDocument): void;
  changed(document: OpenDocument, changes: readonly Change[]): void;
  closed(key: DocumentKey): void;
  /** Runs a scan that is due now instead of at the pause. Resolves when the store holds its answer. */
  settled(key: DocumentKey): Promise<void>;
  /** A file has changed that open documents may have been read together with: those are looked at again. */
  touched(key: DocumentKey): void;
  dispose(): void;
}

/** Above this length (UTF-16 units) a keystroke only moves what is shown; the text is read at the pause. */
const KEYSTROKE_LIMIT = 512 * 1024;

/** What is known of one open document. */
interface Followed {
  readonly document: OpenDocument;
  readonly key: DocumentKey;
  readonly place: WorkspacePath;
  shown: readonly ShownFinding[];
  skipped: Message | null;
  silenced: number;
  /** Paths of other files of the same folder that the findings depend on. */
  needs: ReadonlySet<string>;
  /** Of the text when it was last read. */
  length: number;
  /** No scan has been made yet. */
  fresh: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  running: Promise<void> | null;
}

/** What scans of open documents are made with. */
interface Scanning extends Omit<LiveOptions, 'pause'> {
  readonly isFollowed: (one: Followed) => boolean;
}

/** What the text alone says; an error in it must not stop typing. */
function findInText(one: Followed, { engines, host, onAzure }: Scanning): readonly Finding[] {
  const source = sourceOf(one.document, one.place.path);
  one.length = source.text.length;
  try {
    const { findings, azure } = engines.alone.scanText(source, host.optionsOf(one.key));
    if (azure && one.place.root !== null) onAzure(one.place.root);
    return findings;
  } catch (error) {
    one.skipped = host.failed(error);
    return [];
  }
}

function publish({ document, key, shown, skipped, silenced }: Followed, busy: boolean, store: Store): void {
  const findings = locate(
    shown.map(({ finding }) => finding),
    (offset) => document.positionAt(offset),
  );
  store.set({ key, version: document.version, findings, skipped, busy, ...(silenced > 0 && { silenced }) });
}

/** Everything about a document, published unless a keystroke overtakes it. */
async function scanFully(one: Followed, scanning: Scanning): Promise<void> {
  const { engines, host, store, isFollowed } = scanning;
  const { document, key } = one;
  const { version } = document;
  const isOvertaken = (): boolean => document.version !== version || !isFollowed(one);
  one.skipped = null;
  const inText = findInText(one, scanning);
  // A file just opened shows at once what its text says: the first full scan may have a parser to load.
  if (one.fresh && inText.length > 0) {
    one.shown = reveal(one.shown, inText);
    publish(one, true, store);
  }
  one.fresh = false;
  try {
    const result = await engines.of(key).scan(sourceOf(document, one.place.path), host.optionsOf(key));
    if (isOvertaken()) return;
    one.needs = new Set(result.needs);
    one.shown = settle(result.findings, inText);
    one.skipped = result.skipped;
    one.silenced = result.silenced;
  } catch (error) {
    if (isOvertaken()) return;
    one.skipped = host.failed(error);
  }
  publish(one, false, store);
}

const follow = (document: OpenDocument, host: LiveOptions['host']): Followed => {
  const key = keyOf(document);
  return {
    document,
    key,
    place: host.placeOf(key),
    shown: [],
    skipped: null,
    silenced: 0,
    needs: new Set(),
    length: 0,
    fresh: true,
    timer: null,
    running: null,
  };
};

export function createLive({ pause, ...options }: LiveOptions): Live {
  const { host, engines, store } = options;
  const followed = new Map<DocumentKey, Followed>();
  const scanning: Scanning = {
    ...options,
    isFollowed: (one) => followed.get(one.key) === one && !one.document.isClosed,
  };

  const run = (one: Followed): Promise<void> => {
    if (one.timer) clearTimeout(one.timer);
    one.timer = null;
    one.running = scanFully(one, scanning).finally(() => {
      one.running = null;
    });
    return one.running;
  };

  const schedule = (one: Followed, delay: number): void => {
    if (one.timer) clearTimeout(one.timer);
    one.timer = setTimeout(() => void run(one), delay);
  };

  const drop = (key: DocumentKey): void => {
    const timer = followed.get(key)?.timer;
    if (timer) clearTimeout(timer);
    followed.delete(key);
  };

  const touched = (key: DocumentKey): void => {
    const { root, path } = host.placeOf(key);
    for (const one of followed.values())
      if (one.key !== key && one.place.root === root && one.needs.has(path)) schedule(one, pause);
  };

  return {
    touched,
    opened(document) {
      const one = follow(document, host);
      const { key } = one;
      drop(key);
      followed.set(key, one);
      if (!store.get(key)) publish(one, true, store);
      schedule(one, 0);
    },
    changed(document, changes) {
      const key = keyOf(document);
      engines.textChanged(key);
      touched(key);
      const one = followed.get(key);
      if (!one) return;
      const carried = carry(one.shown, changes);
      // Nothing on screen that the text could take back: what is new waits for the pause anyway.
      const waits = one.length > KEYSTROKE_LIMIT || !carried.some(({ textual }) => textual);
      one.shown = waits ? carried : reconcile(carried, findInText(one, scanning));
      publish(one, true, store);
      schedule(one, pause);
    },
    closed(key) {
      // Unsaved changes are gone with it.
      engines.fileChanged(key);
      drop(key);
    },
    async settled(key) {
      // A scan that was overtaken by a keystroke has set the timer again.
      for (let one = followed.get(key); one && (one.timer ?? one.running); one = followed.get(key))
        await (one.timer ? run(one) : one.running);
    },
    dispose() {
      for (const key of [...followed.keys()]) drop(key);
    },
  };
}
