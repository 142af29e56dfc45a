import { describe, expect, it } from 'vitest';
import type { Tracking } from '../../src/core/tracking';
import { RISKS, severityOf } from '../../src/detect/risk';
import { why } from '../../src/guide/why';
import { english } from '../../src/core/message';
import { createTracking } from '../../src/session/tracking';
import type { RepositoryLook } from '../../src/session/tracking';
import { engineOver } from '../support/engine-over';
import { fake } from '../support/fake-secrets';
import { memoryFiles } from '../support/memory-files';

const tracked = (...paths: readonly string[]): RepositoryLook => ({
  index: { files: new Set(paths), others: new Set(['vendor/lib']) },
  prefix: '',
});

const files = memoryFiles({
  '.gitignore': '.env\nlogs/\n',
  '.secretlintignore': 'shown.env\n',
  '.env': '',
  'app/.gitignore': '*.local\n!.env\n',
  'inner/.git/HEAD': '',
});

describe('what Git does with a file', () => {
  it.each<[string, Tracking]>([
    ['kept.env', 'tracked'],
    ['.env', 'ignored'],
    ['app/.env', 'untracked'],
    ['app/settings.local', 'ignored'],
    ['logs/a/b.txt', 'ignored'],
    ['new.ts', 'untracked'],
    // What secretlint leaves out, Git does not.
    ['shown.env', 'untracked'],
    ['vendor/lib/.env', 'unknown'],
    ['inner/.env', 'unknown'],
  ])('%s: %s', async (path, expected) => {
    const tracking = createTracking(files, () => Promise.resolve(tracked('kept.env')));
    const source = tracking.of(path);
    expect(source.now()).toBe('unknown');
    expect(await source.find()).toBe(expected);
    expect(source.now()).toBe(expected);
    tracking.forget();
    expect(source.now()).toBe('unknown');
  });

  it('is looked up in the repository of a folder above', async () => {
    const look = { ...(tracked('apps/web/.env') as Exclude<RepositoryLook, string>), prefix: 'apps/web' };
    const tracking = createTracking(memoryFiles({ '.env': '' }), () => Promise.resolve(look));
    expect(await tracking.of('.env').find()).toBe('tracked');
  });

  it.each(['none', 'unknown'] as const)('is %s where there is no repository to ask', async (look) => {
    expect(
      await createTracking(files, () => Promise.resolve(look))
        .of('.env')
        .find(),
    ).toBe(look);
    expect(
      await createTracking(files, () => Promise.reject(new Error()))
        .of('.env')
        .find(),
    ).toBe('unknown');
  });
});

describe('the severity of a secret in a file', () => {
  const places: readonly Tracking[] = ['tracked', 'untracked', 'none', 'ignored'];
  const rank = ['hint', 'information', 'warning', 'error'];

  it('falls with what it opens, and from tracked to ignored', () => {
    for (const place of [...places, 'unknown'] as const) {
      const levels = RISKS.map(({ reach }) => rank.indexOf(severityOf(reach, place)));
      expect(levels).toEqual([...levels].sort((a, b) => b - a));
    }
    for (const { reach } of RISKS) {
      const levels = places.map((place) => rank.indexOf(severityOf(reach, place)));
      expect(levels).toEqual([...levels].sort((a, b) => b - a));
    }
  });

  const found = async (text: string, tracking: Tracking, severities = {}) => {
    const { findings } = await engineOver({}).scan(
      { path: '.env', text },
      { tracking: { now: () => 'unknown', find: () => Promise.resolve(tracking) }, severities, today: '2026-11-30' },
    );
    return findings.map(({ severity, tracking: said }) => ({ severity, said }));
  };
  const account = `STORAGE=${fake.storageConnectionString()}\n`;
  const query = (parts: string): string =>
    `URL=https://contoso.blob.core.windows.net/photos?sv=2024-11-04&${parts}&sig=${encodeURIComponent(fake.oldKey(32))}\n`;

  it('of an account key is an error where Git tracks it', { timeout: 60_000 }, async () => {
    expect(await found(account, 'tracked')).toEqual([{ severity: 'error', said: 'tracked' }]);
    expect(await found(account, 'none')).toEqual([{ severity: 'warning', said: 'none' }]);
    expect(await found(account, 'ignored')).toEqual([{ severity: 'information', said: 'ignored' }]);
    expect(await found(account, 'unknown')).toEqual([{ severity: 'warning', said: undefined }]);
  });

  it.each([
    ['reads one container', 'sr=c&sp=rl&se=2027-01-01T00:00:00Z', 'warning'],
    ['writes one', 'sr=c&sp=rwl&se=2027-01-01T00:00:00Z', 'error'],
    ['reads one for years', 'sr=c&sp=r&se=2030-01-01T00:00:00Z', 'error'],
    ['reads a whole account', 'ss=b&srt=co&sp=r&se=2027-01-01T00:00:00Z', 'error'],
    ['has expired', 'sr=c&sp=rwl&se=2026-01-01T00:00:00Z', 'hint'],
    ['was signed with a key that has', 'sr=c&sp=rwl&ske=2026-01-01T00:00:00Z&se=2027-01-01T00:00:00Z', 'hint'],
  ])('of a SAS that %s follows from that', { timeout: 60_000 }, async (_, parts, severity) => {
    expect(await found(query(parts), 'tracked')).toEqual([{ severity, said: 'tracked' }]);
  });

  it('is what the settings say where they say it', async () => {
    expect(await found(account, 'tracked', { hardcoded: 'hint' })).toEqual([{ severity: 'hint', said: 'tracked' }]);
  });

  it('is explained with what is true of the file', () => {
    const said = (tracking: Tracking): string =>
      english(why('hardcoded/storage-sas', tracking)[0] ?? { template: '', args: {} });
    expect(said('ignored')).toMatch(/^Git ignores this file/);
    expect(said('none')).not.toContain('history');
    expect(said('tracked')).toContain('history');
  });
});
