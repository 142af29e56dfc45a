import { describe, expect, it } from 'vitest';
import { groupFindings, matches } from '../../src/session/groups';
import type { Group } from '../../src/session/groups';
import type { Entry } from '../../src/session/store';
import { finding } from './finding';

const start = { line: 0, character: 0 };

const entry = (path: string, ...found: readonly (readonly [service: string | null, at: number])[]): Entry => ({
  key: `file://${path}`,
  version: 1,
  skipped: null,
  busy: false,
  findings: found.map(([service, at]) => ({
    finding: finding({ service, span: { start: at, end: at + 1 } }),
    range: { start, end: start },
  })),
});

const outline = (groups: readonly Group[]): string[] =>
  groups.map(
    ({ id, leaves }) =>
      `${id}: ${leaves.map(({ key, located }) => `${key.replace('file://', '')}@${located.finding.span.start}`).join(' ')}`,
  );

describe('the findings tree', () => {
  const entries = [
    entry('/b.ts', ['storage-blob', 9], ['storage-blob', 2], [null, 5]),
    entry('/empty.ts'),
    entry('/a.ts', ['entra-app-client-secret', 1], ['storage-blob', 3]),
  ];

  it('lists files by path, findings by place, and no file without a finding', () => {
    expect(outline(groupFindings(entries, 'file'))).toEqual([
      'file:///a.ts: /a.ts@1 /a.ts@3',
      'file:///b.ts: /b.ts@2 /b.ts@5 /b.ts@9',
    ]);
  });

  it('lists services by number of findings; what belongs to none comes last', () => {
    const more = [...entries, entry('/c.ts', [null, 1], [null, 2], [null, 3], [null, 4])];
    expect(outline(groupFindings(more, 'service'))).toEqual([
      'storage-blob: /a.ts@3 /b.ts@2 /b.ts@9',
      'entra-app-client-secret: /a.ts@1',
      ': /b.ts@5 /c.ts@1 /c.ts@2 /c.ts@3 /c.ts@4',
    ]);
  });

  it('lists severities, worst first', () => {
    const [hint, error] = ['hint', 'error'].map((severity) => ({
      ...entry(`/${severity}.ts`, [null, 1]),
      findings: [{ finding: finding({ severity: severity as 'hint' }), range: { start, end: start } }],
    }));
    expect(groupFindings([...entries, hint!, error!], 'severity').map(({ id, leaves }) => [id, leaves.length])).toEqual(
      [
        ['error', 1],
        ['warning', 5],
        ['hint', 1],
      ],
    );
  });

  it('leaves out what is filtered, and groups that have nothing left', () => {
    const groups = groupFindings(entries, 'file', ({ located }) => located.finding.span.start > 4);
    expect(outline(groups)).toEqual(['file:///b.ts: /b.ts@5 /b.ts@9']);
  });

  it('is filtered by words, all of which must occur, and words with ! that must not', () => {
    const texts = ['Hardcoded Azure Storage account key', 'hardcoded/storage-account-key', 'src/test/a.ts'];
    for (const words of ['', ' ', 'storage', 'STORAGE hardcoded', '!cosmos', '!'])
      expect(matches(words, texts)).toBe(true);
    for (const words of ['cosmos', 'storage cosmos', '!test', 'storage !src/test'])
      expect(matches(words, texts)).toBe(false);
  });

  it('is empty without findings', () => {
    expect(groupFindings([entry('/a.ts')], 'service')).toEqual([]);
  });
});
