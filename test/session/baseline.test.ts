import { describe, expect, test } from 'vitest';
import { baselineFilter, baselineText, makeBaseline, parseBaseline } from '../../src/session/baseline';

const located = (file: string, rule: string, fingerprint: string) => ({ file, finding: { rule, fingerprint } });

describe('baseline', () => {
  const findings = [located('b.ts', 'hardcoded/x', 'f2'), located('a.ts', 'key-auth/y', 'f1')];

  test('what it was made of is filtered, nothing else', () => {
    const made = makeBaseline(findings, 'salt', 'old');
    const holds = baselineFilter(made);
    expect(findings.map(({ finding }) => holds(finding))).toEqual([true, true]);
    expect(holds({ rule: 'hardcoded/x', fingerprint: 'f3' })).toBe(false);
    expect(holds({ rule: 'hardcoded/z', fingerprint: 'f2' })).toBe(false);
  });

  test('one entry a line, ordered, without the fingerprint; read back as written', () => {
    const made = makeBaseline(findings, 'salt', 'old "quoted"');
    const text = baselineText(made);
    expect(text).toMatch(
      /^\{\n {2}"version": 1,\n {2}"salt": "salt",\n {2}"entries": \[\n {4}\{"rule":"key-auth\/y","path":"a\.ts","hash":"[0-9a-f]{64}","reason":"old \\"quoted\\""\},\n {4}\{"rule":"hardcoded\/x","path":"b\.ts",.*\}\n {2}\]\n\}\n$/,
    );
    expect(text).not.toContain('f1');
    expect(parseBaseline(text)).toEqual(made);
    expect(parseBaseline(baselineText(makeBaseline([], 's', '')))).toEqual({ salt: 's', entries: [] });
  });

  test('another salt gives other hashes; reasons of entries that stay are kept, the others go', () => {
    const first = makeBaseline(findings, 'salt', 'because');
    expect(makeBaseline(findings, 'pepper', '').entries[0]?.hash).not.toBe(first.entries[0]?.hash);
    const next = makeBaseline(
      [...findings.slice(1), located('c.ts', 'hardcoded/x', 'f9')],
      'salt',
      'new',
      first.entries,
    );
    expect(next.entries.map(({ path, reason }) => [path, reason])).toEqual([
      ['a.ts', 'because'],
      ['c.ts', 'new'],
    ]);
  });

  test.each([
    '',
    '{',
    '[]',
    'null',
    '{"version":2,"salt":"","entries":[]}',
    '{"version":1,"entries":[]}',
    '{"version":1,"salt":"","entries":[{"rule":1}]}',
    '{"version":1,"salt":"","entries":[null]}',
  ])('%j is no baseline', (text) => {
    expect(parseBaseline(text)).toBeNull();
  });
});
