import { describe, expect, it } from 'vitest';
import type { Uri } from 'vscode';
import { createStore, locate, refOf } from '../../src/editor/store';
import type { Entry } from '../../src/editor/store';
import { linesOf } from '../../src/core/lines';
import { Uri as FakeUri } from './fake-vscode';
import { finding } from './finding';

const uri = (path: string): Uri => FakeUri.file(path) as unknown as Uri;
const entry = (path: string): Entry => ({ uri: uri(path), version: 1, findings: [], skipped: null, busy: false });

describe('store', () => {
  it('keeps one entry per address, and tells of every change', () => {
    const store = createStore();
    const told: string[] = [];
    const listening = store.onDidChange((one) => told.push(one.path));
    store.set(entry('/a'));
    store.set({ ...entry('/a'), version: 2 });
    store.set(entry('/b'));
    store.delete(uri('/a'));
    store.delete(uri('/a'));
    listening.dispose();
    store.set(entry('/c'));
    expect(told).toEqual(['/a', '/a', '/b', '/a']);
    expect(store.all().map((one) => one.uri.path)).toEqual(['/b', '/c']);
    expect(store.get(uri('/b'))?.version).toBe(1);
  });

  it('gives findings their lines', () => {
    const [located] = locate([finding({ span: { start: 4, end: 6 } })], (offset) =>
      linesOf('a\nb\ncdef').positionAt(offset),
    );
    expect(located?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 2 } });
  });

  it('names a finding without its text, place or message', () => {
    const [located] = locate([finding()], () => ({ line: 0, character: 0 }));
    expect(located && refOf(uri('/a'), located)).toEqual({
      uri: 'file:///a',
      rule: 'hardcoded/storage-account-key',
      service: 'storage-blob',
      fingerprint: 'f1',
    });
  });
});
