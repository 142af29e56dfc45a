import type { Finding } from '../core/finding';
import type { Position } from '../core/lines';
import type { Message } from '../core/message';
import type { DocumentKey } from './open-document';

/** A finding with its place in lines, so that it can be shown without the text. */
export interface Located {
  readonly finding: Finding;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** What is known about one document. Replaced as a whole, never changed. */
export interface Entry {
  readonly key: DocumentKey;
  /** Version of the open document that the spans refer to; null for a file that was read from disk. */
  readonly version: number | null;
  readonly findings: readonly Located[];
  /** Why the document was not, or only partly, looked at. */
  readonly skipped: Message | null;
  /** How many findings somebody has switched off; absent: none. */
  readonly silenced?: number;
  /** A full scan is due or under way. */
  readonly busy: boolean;
}

/** The one place that says what was found: diagnostics, hover, tree, status and guidance read it. */
export interface Store {
  get(key: DocumentKey): Entry | undefined;
  all(): readonly Entry[];
  set(entry: Entry): void;
  delete(key: DocumentKey): void;
  onDidChange(listener: (key: DocumentKey) => void): { dispose(): void };
}

export function createStore(): Store {
  const entries = new Map<DocumentKey, Entry>();
  const listeners = new Set<(key: DocumentKey) => void>();
  const tell = (key: DocumentKey): void => {
    for (const listener of listeners) listener(key);
  };
  return {
    get: (key) => entries.get(key),
    all: () => [...entries.values()],
    set(entry) {
      entries.set(entry.key, entry);
      tell(entry.key);
    },
    delete(key) {
      if (entries.delete(key)) tell(key);
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
}

/** Gives findings their lines. `positionAt` is the document's own, or `linesOf` of the text. */
export const locate = (findings: readonly Finding[], positionAt: (offset: number) => Position): readonly Located[] =>
  findings.map((finding) => ({
    finding,
    range: { start: positionAt(finding.span.start), end: positionAt(finding.span.end) },
  }));

/** Names a finding in command arguments and tree items: nothing of the value goes in. */
export interface FindingRef {
  readonly uri: DocumentKey;
  readonly rule: string;
  readonly service: string | null;
  readonly fingerprint: string;
}

export const refOf = (key: DocumentKey, { finding }: Located): FindingRef => ({
  uri: key,
  rule: finding.rule,
  service: finding.service,
  fingerprint: finding.fingerprint,
});

/** The finding that a reference names; undefined once it is gone. */
export const findingAt = (store: Pick<Store, 'get'>, { uri, fingerprint }: FindingRef): Located | undefined =>
  store.get(uri)?.findings.find(({ finding }) => finding.fingerprint === fingerprint);

/** Everything found so far, in any order. */
export const findingsIn = (store: Pick<Store, 'all'>): readonly Finding[] =>
  store.all().flatMap(({ findings }) => findings.map(({ finding }) => finding));
