import { describe, expect, test } from 'vitest';
import { Redacted } from '../../src/core/redacted';
import { sha256Hex, valueMark } from '../../src/core/fingerprint';
import { fake } from '../support/fake-secrets';
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

  test('a new key in the place of an accepted one is reported', () => {
    const one = { ...located('a.ts', 'hardcoded/x', 'f1'), value: new Redacted(fake.storageKey()) };
    const holds = baselineFilter(makeBaseline([one], 'salt', ''));
    expect(holds(one.finding, one.value)).toBe(true);
    expect(holds(one.finding, new Redacted(fake.storageKey()))).toBe(false);
    expect(holds(one.finding, new Redacted(fake.password()))).toBe(false);
  });

  test('nothing of a value that somebody could list is kept: all passwords have one mark', () => {
    const word = ['Sum', 'mer'].join('');
    const phrase = ['correct', 'horse', 'battery', 'staple'].join('-');
    const chosen = [`${word}24`, `${word}25!`, fake.password(), phrase, `${phrase}-${phrase}-1`].map((value) => ({
      ...located('a.ts', 'hardcoded/x', 'f1'),
      value: new Redacted(value),
    }));
    expect(chosen.map((one) => makeBaseline([one], 'salt', '').entries[0]?.value)).toEqual(['-', '-', '-', '-', '-']);
    const [first] = chosen;
    if (!first) throw new Error('no value');
    const holds = baselineFilter(makeBaseline([first], 'salt', ''));
    expect(chosen.map(({ finding, value }) => holds(finding, value))).toEqual([true, true, true, true, true]);
    expect(holds(first.finding, new Redacted(fake.storageKey()))).toBe(false);
  });

  test.each([
    ['a storage key', () => fake.storageKey()],
    ['a key of 32 bytes', () => fake.oldKey(32)],
    ['a client secret', () => fake.entraClientSecret()],
    ['a token of Azure DevOps', () => fake.devopsPat()],
    ['a hexadecimal key', () => fake.hex()],
    ['a newer key', () => fake.openAiKey()],
  ])('%s is told from another one', (_, make) => {
    const mark = (value: string) => valueMark('salt', value);
    expect(mark(make())).toMatch(/^[0-9a-f]{3}$/);
  });

  test('entries of older files, with a mark for a password, hold it still', () => {
    const value = new Redacted(fake.password());
    const { finding } = located('a.ts', 'hardcoded/x', 'f1');
    const { salt, entries } = makeBaseline([{ file: 'a.ts', finding, value }], 'salt', '');
    const older = {
      salt,
      entries: entries.map((one) => ({ ...one, value: sha256Hex(`salt\u0000${value.reveal()}`).slice(0, 3) })),
    };
    expect(baselineFilter(older)(finding, value)).toBe(true);
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
