import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../src/core/finding';
import { linesOf } from '../../src/core/lines';
import { say } from '../../src/core/message';
import type { ScanResult } from '../../src/engine/engine';
import { createLive } from '../../src/session/live';
import type { OpenDocument } from '../../src/session/open-document';
import { createStore } from '../../src/session/store';
import { finding } from './finding';

const key = 'file:///work/app.ts';

const host = {
  placeOf: (one: string) => ({ root: 'file:///work', path: one.replace('file:///work/', '') }),
  optionsOf: () => ({}),
  failed: () => say('failed'),
};

/** Every `KEY` in the text is a hardcoded value; every `call` is found by the full scan only. */
const inText = (text: string): Finding[] =>
  [...text.matchAll(/KEY/g)].map(({ index }) => finding({ span: { start: index, end: index + 3 } }));
const inCode = (text: string): Finding[] =>
  [...text.matchAll(/call/g)].map(({ index }) =>
    finding({ rule: 'key-auth/storage-blob', span: { start: index, end: index + 4 } }),
  );

function stage(slow = 0) {
  const store = createStore();
  const scans: string[] = [];
  const history: string[][] = [];
  const result = (findings: Finding[]): ScanResult => ({
    findings,
    skipped: null,
    failed: false,
    silenced: 0,
    needs: [],
    azure: findings.length > 0,
  });
  const live = createLive({
    host,
    store,
    pause: 250,
    onAzure: () => undefined,
    engines: {
      alone: {
        scanText: ({ text }) => {
          if (text.includes('THROW')) throw new Error('scan of the text');
          return result(inText(text));
        },
      },
      of: () => ({
        scan: async ({ text }) => {
          scans.push(text);
          if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
          if (text.includes('FAIL')) throw new Error('full scan');
          return result([...inText(text), ...inCode(text)]);
        },
      }),
      textChanged: () => undefined,
      fileChanged: () => undefined,
    },
  });
  const state = { text: '', version: 1, isClosed: false };
  const document: OpenDocument = {
    uri: key,
    languageId: 'typescript',
    get version() {
      return state.version;
    },
    get isClosed() {
      return state.isClosed;
    },
    getText: () => state.text,
    positionAt: (offset) => linesOf(state.text).positionAt(offset),
  };
  const shown = (): string[] =>
    store.get(key)?.findings.map(({ finding: { rule, span } }) => `${rule.split('/')[0] ?? ''} ${span.start}`) ?? [];
  store.onDidChange(() => history.push(shown()));
  return {
    store,
    live,
    document,
    scans,
    history,
    shown,
    state,
    type: (rangeOffset: number, rangeLength: number, text: string): void => {
      state.text = state.text.slice(0, rangeOffset) + text + state.text.slice(rangeOffset + rangeLength);
      state.version += 1;
      live.changed(document, [{ rangeOffset, rangeLength, text }]);
    },
  };
}

describe('live scanning', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('shows an opened file without waiting for the pause, the text half first', async () => {
    const { live, document, state, shown, store, history } = stage(100);
    state.text = 'KEY call';
    live.opened(document);
    expect(shown()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(shown()).toEqual(['hardcoded 0']);
    expect(store.get(key)?.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toEqual(['hardcoded 0', 'key-auth 4']);
    expect(store.get(key)).toMatchObject({ busy: false, version: 1 });
    expect(history.at(-1)).toEqual(shown());
  });

  it('moves what is shown with every keystroke, before any scan', async () => {
    const { live, document, state, shown, type, scans, store } = stage();
    state.text = 'KEY call';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    type(0, 0, '// ');
    expect(shown()).toEqual(['hardcoded 3', 'key-auth 7']);
    expect(store.get(key)?.version).toBe(2);
    expect(scans).toHaveLength(1);
  });

  it('shows what is new after the pause only, and one scan serves a burst of keystrokes', async () => {
    const { live, document, state, shown, type, scans } = stage();
    state.text = 'KEY ';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    for (const letter of 'KEY') {
      type(state.text.length, 0, letter);
      await vi.advanceTimersByTimeAsync(100);
      expect(shown()).toEqual(['hardcoded 0']);
    }
    await vi.advanceTimersByTimeAsync(250);
    expect(shown()).toEqual(['hardcoded 0', 'hardcoded 4']);
    expect(scans).toHaveLength(2);
  });

  it('takes a hardcoded value back with the keystroke that spoils it', async () => {
    const { live, document, state, shown, type } = stage();
    state.text = 'KEY call';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    type(1, 1, '');
    expect(shown()).toEqual(['key-auth 3']);
  });

  it('throws away the answer of a scan that a keystroke has overtaken', async () => {
    const { live, document, state, shown, type } = stage(500);
    state.text = 'call';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(100);
    type(0, 4, 'none');
    await vi.advanceTimersByTimeAsync(450);
    expect(shown()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown()).toEqual([]);
  });

  it('answers at once when asked to settle, however often a keystroke comes between', async () => {
    const { live, document, state, shown, type } = stage(50);
    live.opened(document);
    type(0, 0, 'call');
    const settled = live.settled(key);
    await vi.advanceTimersByTimeAsync(20);
    type(0, 0, 'KEY ');
    await vi.advanceTimersByTimeAsync(400);
    await settled;
    expect(state.version).toBe(3);
    expect(shown()).toEqual(['hardcoded 0', 'key-auth 4']);
  });

  it('says when a scan fails, keeps what is shown, and goes on with the next text', async () => {
    const { live, document, state, shown, type, store } = stage();
    state.text = 'call';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    type(4, 0, ' FAIL THROW');
    await vi.advanceTimersByTimeAsync(300);
    expect(store.get(key)).toMatchObject({ busy: false, skipped: say('failed') });
    expect(shown()).toEqual(['key-auth 0']);
    type(4, 11, '');
    await vi.advanceTimersByTimeAsync(300);
    expect(store.get(key)).toMatchObject({ busy: false, skipped: null });
  });

  it('does nothing for a document that was closed meanwhile', async () => {
    const { live, document, state, store } = stage(100);
    state.text = 'KEY';
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    state.isClosed = true;
    live.closed(key);
    store.delete(key);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.get(key)).toBeUndefined();
  });

  it('reads a very long text at the pause only', async () => {
    const { live, document, state, shown, type } = stage();
    state.text = `KEY ${'x'.repeat(600_000)}`;
    live.opened(document);
    await vi.advanceTimersByTimeAsync(1);
    const read = vi.spyOn(document, 'getText');
    type(0, 0, ' ');
    expect(read).not.toHaveBeenCalled();
    expect(shown()).toEqual(['hardcoded 1']);
    await vi.advanceTimersByTimeAsync(250);
    expect(read).toHaveBeenCalled();
  });

  it('looks again when a file changes that the findings depend on, open or on disk', async () => {
    const scans: string[] = [];
    const texts = { 'app.ts': 'call', 'config.ts': 'one' };
    const store = createStore();
    const other = 'file:///work/config.ts';
    const result: ScanResult = { findings: [], skipped: null, failed: false, silenced: 0, needs: [], azure: false };
    const live = createLive({
      host,
      store,
      pause: 250,
      onAzure: () => undefined,
      engines: {
        alone: { scanText: () => result },
        of: () => ({
          scan: ({ path }) => {
            scans.push(`${path} with ${texts['config.ts']}`);
            return Promise.resolve({ ...result, needs: path === 'app.ts' ? ['config.ts'] : [] });
          },
        }),
        textChanged: () => undefined,
        fileChanged: () => undefined,
      },
    });
    const open = (address: string, path: keyof typeof texts): OpenDocument => ({
      uri: address,
      version: 1,
      languageId: 'typescript',
      isClosed: false,
      getText: () => texts[path],
      positionAt: (offset) => linesOf(texts[path]).positionAt(offset),
    });
    const config = open(other, 'config.ts');
    live.opened(open(key, 'app.ts'));
    live.opened(config);
    await vi.advanceTimersByTimeAsync(1);
    expect(scans.splice(0)).toEqual(['app.ts with one', 'config.ts with one']);
    texts['config.ts'] = 'two';
    live.changed(config, [{ rangeOffset: 0, rangeLength: 3, text: 'two' }]);
    // Whoever asks now waits for the answer that knows the new text.
    await live.settled(key);
    expect(scans.splice(0)).toEqual(['app.ts with two']);
    await vi.advanceTimersByTimeAsync(250);
    expect(scans.splice(0)).toEqual(['config.ts with two']);
    live.closed(other);
    texts['config.ts'] = 'three';
    live.touched(other);
    await vi.advanceTimersByTimeAsync(250);
    expect(scans).toEqual(['app.ts with three']);
    live.touched(key);
    await vi.advanceTimersByTimeAsync(250);
    expect(scans).toHaveLength(1);
  });
});
