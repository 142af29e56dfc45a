import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/core/lines';
import { createStore, locate, refOf } from '../../src/session/store';
import type { Entry } from '../../src/session/store';
import { finding } from './finding';

const entry = (path: string): Entry => ({ key: path, version: 1, findings: [], skipped: null, busy: false });

describe('store', () => {
  it('keeps one entry per address, and tells of every change', () => {
    const store = createStore();
    const told: string[] = [];
    const listening = store.onDidChange((one) => told.push(one));
    store.set(entry('/a'));
    store.set({ ...entry('/a'), version: 2 });
    store.set(entry('/b'));
    store.delete('/a');
    store.delete('/a');
    listening.dispose();
    store.set(entry('/c'));
    expect(told).toEqual(['/a', '/a', '/b', '/a']);
    expect(store.all().map((one) => one.key)).toEqual(['/b', '/c']);
    expect(store.get('/b')?.version).toBe(1);
  });

  it('gives findings their lines', () => {
    const [located] = locate([finding({ span: { start: 4, end: 6 } })], (offset) =>
      linesOf('a\nb\ncdef').positionAt(offset),
    );
    expect(located?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 2 } });
  });

  it('names a finding without its text, place or message', () => {
    const [located] = locate([finding()], () => ({ line: 0, character: 0 }));
    expect(located && refOf('file:///a', located)).toEqual({
      uri: 'file:///a',
      rule: 'hardcoded/storage-account-key',
      service: 'storage-blob',
      fingerprint: 'f1',
    });
  });
});
