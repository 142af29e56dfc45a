import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri as RealUri } from 'vscode';
import { Uri, world } from './fake-vscode';

vi.mock('vscode', () => import('./fake-vscode'));

const { homeOf, isWatched, placeOf, uriOf } = await import('../../src/editor/documents');
const { isExcluded, scanOptions } = await import('../../src/editor/settings');

const uri = (scheme: string, path: string): RealUri => Uri.from({ scheme, path }) as unknown as RealUri;

beforeEach(() => {
  world.folders = [];
  world.settings = {};
});

describe('where a document stands', () => {
  it.each<[string, [scheme: string, path: string], string[], root: string | null, path: string]>([
    ['in a folder', ['file', '/work/src/a.ts'], ['/work'], '/work', 'src/a.ts'],
    ['in the deeper of two', ['file', '/work/app/a.ts'], ['/work', '/work/app'], '/work/app', 'a.ts'],
    ['in the root of a file system', ['file', '/a.ts'], ['/'], '/', 'a.ts'],
    ['beside a folder of a like name', ['file', '/workshop/a.ts'], ['/work'], null, 'a.ts'],
    ['alone', ['file', '/tmp/x/a.ts'], [], null, 'a.ts'],
    ['alone at the root', ['file', '/a.ts'], [], null, 'a.ts'],
    ['nowhere', ['untitled', 'Untitled-1'], ['/work'], null, 'Untitled-1'],
  ])('%s', (_, [scheme, path], folders, root, expected) => {
    world.folders = folders.map((folder) => Uri.file(folder));
    const place = placeOf(uri(scheme, path));
    expect([place.root?.path ?? null, place.path]).toEqual([root, expected]);
    if (place.root) expect(uriOf(place.root, place.path).path).toBe(path);
  });

  it.each<[string, [scheme: string, path: string], home: string | null]>([
    ['of its workspace folder', ['file', '/work/src/a.ts'], '/work'],
    ['of its own folder, alone', ['file', '/tmp/x/a.ts'], '/tmp/x'],
    ['of its own folder, alone at the root', ['file', '/a.ts'], '/'],
    ['of none, unsaved', ['untitled', 'Untitled-1'], null],
  ])('and files beside it decide about it: those %s', (_, [scheme, path], home) => {
    world.folders = [Uri.file('/work')];
    expect(homeOf(uri(scheme, path)).root?.path ?? null).toBe(home);
  });

  it('is the folder of a virtual workspace too', () => {
    world.folders = [Uri.from({ scheme: 'memfs', path: '/project' })];
    expect(placeOf(uri('memfs', '/project/src/a.ts')).path).toBe('src/a.ts');
    expect(placeOf(uri('file', '/project/src/a.ts')).path).toBe('a.ts');
  });
});

describe('which documents are looked at', () => {
  it.each([
    ['file', true],
    ['untitled', true],
    ['vscode-remote', true],
    ['vscode-notebook-cell', true],
    ['memfs', true],
    ['git', false],
    ['output', false],
    ['vscode-settings', false],
    ['secretless-preview', false],
    ['other', false],
  ])('%s: %s', (scheme, expected) => {
    world.folders = [Uri.from({ scheme: 'memfs', path: '/project' })];
    expect(isWatched(uri(scheme, '/project/a.ts'))).toBe(expected);
  });
});

describe('settings', () => {
  const file = uri('file', '/work/src/a.ts');

  it('leave the engine its defaults', () => {
    expect(scanOptions(file)).toEqual({ severities: {} });
    expect(isExcluded(file)).toBe(false);
  });

  it('pass on what is valid, and nothing else', () => {
    world.settings = {
      'severity.hardcoded': 'default',
      'severity.keyAuth': 'off',
      'severity.infra': 'loud',
      rules: { 'hardcoded/storage-sas': 'hint', 'hardcoded/other': 3 },
      credential: 'pinned',
    };
    expect(scanOptions(file)).toEqual({
      severities: { 'key-auth': 'off', 'hardcoded/storage-sas': 'hint' },
      credential: 'pinned',
    });
  });

  it.each<[unknown, boolean]>([
    [['src/'], true],
    [['**/*.ts'], true],
    [['**/src/**'], true],
    [['*.js'], false],
    [['src/', '!src/a.ts'], true],
    [['/a.ts'], false],
    [['[', '*.ts'], true],
    [[7, null, '*.ts'], true],
    ['*.ts', false],
  ])('exclude by %j: %s', (patterns, expected) => {
    world.folders = [Uri.file('/work')];
    world.settings = { 'scan.exclude': patterns };
    expect(isExcluded(file)).toBe(expected);
  });

  it('exclude everything when switched off', () => {
    world.settings = { enable: false };
    expect(isExcluded(file)).toBe(true);
  });
});
