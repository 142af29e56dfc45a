import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { exceptionsFor, parseExceptions, withException } from '../../src/session/exceptions';
import type { Files } from '../../src/core/files';
import { createPolicy } from '../../src/session/policy';
import { parseSecretlintrc } from '../../src/session/secretlintrc';
import { skip } from '../../src/core/skips';
import { createFake, createRandom } from '../support/fake-secrets';

const fake = createFake(91);
const key = fake.storageKey();
const token = ['gh', `p_${createRandom(5).text(36, 'abcdefghijKLMNOP0123456789')}`].join('');
const text = `const key = '${key}';\nconst token = '${token}';\n`;

/** Files in memory; everything else is missing. */
const files = (texts: Readonly<Record<string, string>>): Files => ({
  list: () => skip('missing'),
  read: (path) =>
    texts[path] === undefined ? skip('missing') : { kind: 'text', text: texts[path], bom: false, exact: true },
  editable: () => false,
});

async function rules(texts: Readonly<Record<string, string>>, path = 'src/a.ts'): Promise<string[]> {
  const options = await createPolicy(files(texts)).optionsFor(path);
  const { findings } = await createEngine().scan({ path, text }, { ...options, today: '2026-06-01' });
  return findings.map(({ rule }) => rule);
}

const rc = (...entries: readonly object[]) => ({ '.secretlintrc.json': JSON.stringify({ rules: entries }) });
const PRESET = '@secretlint/secretlint-rule-preset-recommend';
const OWN = 'secretless-azure/secretlint-rule';
const BOTH = ['hardcoded/storage-account-key', 'hardcoded/github'];

describe('.secretlintrc.json', () => {
  it('changes nothing by being there', async () => {
    expect(await rules({})).toEqual(BOTH);
    expect(await rules(rc({ id: PRESET }))).toEqual(BOTH);
    expect(await rules({ '.secretlintrc.json': 'not json' })).toEqual(BOTH);
  });

  it('switches rules of the preset off, or the preset', async () => {
    const off = { id: '@secretlint/secretlint-rule-github', disabled: true };
    expect(await rules(rc({ id: PRESET, rules: [off] }))).toEqual(BOTH.slice(0, 1));
    expect(await rules(rc(off))).toEqual(BOTH.slice(0, 1));
    expect(await rules(rc({ id: PRESET, disabled: true }))).toEqual(BOTH.slice(0, 1));
  });

  it('allows values and messages', async () => {
    const options = { allows: [`/^${token.slice(0, 9)}/`] };
    expect(await rules(rc({ id: PRESET, rules: [{ id: '@secretlint/secretlint-rule-github', options }] }))).toEqual(
      BOTH.slice(0, 1),
    );
    expect(await rules(rc({ id: OWN, allowMessageIds: ['storage-account-key'] }))).toEqual(BOTH.slice(1));
    expect(await rules(rc({ id: OWN, options: { allows: [key.slice(0, 20)] } }))).toEqual(BOTH.slice(1));
    expect(await rules(rc({ id: OWN, disabled: true }))).toEqual(BOTH.slice(1));
  });

  it('hands options on that switch expressions on', async () => {
    const id = ['AKI', `A${createRandom(6).text(16, 'ABCDEFGHJKLMNPQR234567')}`].join('');
    const aws = { id: '@secretlint/secretlint-rule-aws', options: { enableIDScanRule: true } };
    const options = await createPolicy(files(rc({ id: PRESET, rules: [aws] }))).optionsFor('a.ts');
    const { findings } = await createEngine().scan({ path: 'a.ts', text: `const id = '${id}';` }, options);
    expect(findings.map(({ rule }) => rule)).toEqual(['hardcoded/aws']);
  });

  // Node's own engine would not come to an end with the first.
  it('runs expressions in linear time, and none that cannot', async () => {
    const evil = '/^([A-Za-z0-9+=\\/]+)+!$/';
    expect(await rules(rc({ id: OWN, options: { allows: [evil] } }))).toEqual(BOTH);
    const github = {
      id: '@secretlint/secretlint-rule-github',
      options: { allows: ['/^(\\w+)+!$/', '/(a|a)*\\1$/', '/(?=x)/', '/[/'] },
    };
    expect(await rules(rc({ id: PRESET, rules: [github] }))).toEqual(BOTH);
    const loud = `/${token.slice(0, 9).toUpperCase()}[\\w]{20,}$/i`;
    expect(await rules(rc({ id: PRESET, rules: [{ ...github, options: { allows: [loud] } }] }))).toEqual(
      BOTH.slice(0, 1),
    );
  });

  it('never loads a rule package', async () => {
    const config = await parseSecretlintrc('{"rules":[{"id":"./evil.js"},{"id":"secretlint-rule-evil"}]}');
    expect(config).toEqual({
      own: { disabled: false, allowMessageIds: [], allows: expect.any(Function) as unknown, options: {} },
      preset: { disabled: false },
      rules: [],
    });
  });

  it('is taken from the nearest folder', async () => {
    const texts = { ...rc({ id: PRESET, disabled: true }), 'src/.secretlintrc.json': '{"rules":[]}' };
    expect(await rules(texts)).toEqual(BOTH);
    expect(await rules(texts, 'lib/a.ts')).toEqual(BOTH.slice(0, 1));
  });
});

describe('.secretless.json', () => {
  const entry = { rule: 'hardcoded/storage-account-key', path: 'src/*.ts', reason: 'a test account' };
  const exceptions = (...entries: readonly object[]) => ({
    '.secretless.json': JSON.stringify({ version: 1, exceptions: entries }),
  });

  it('leaves out what it names, until its day', async () => {
    expect(await rules(exceptions(entry))).toEqual(BOTH.slice(1));
    expect(await rules(exceptions({ ...entry, rule: 'hardcoded' }))).toEqual([]);
    expect(await rules(exceptions({ ...entry, until: '2026-06-01' }))).toEqual(BOTH.slice(1));
    expect(await rules(exceptions({ ...entry, until: '2026-05-31' }))).toEqual(BOTH);
    expect(await rules(exceptions({ ...entry, path: 'lib/' }))).toEqual(BOTH);
    expect(await rules(exceptions({ ...entry, fingerprint: 'another' }))).toEqual(BOTH);
  });

  it('wants a reason', async () => {
    expect(await rules(exceptions({ ...entry, reason: ' ' }))).toEqual(BOTH);
    expect(parseExceptions('{"version":2,"exceptions":[]}')).toBeNull();
  });

  it('is written so that it reads back', () => {
    const added = { ...entry, fingerprint: 'f', until: null };
    expect(parseExceptions(withException([], added))).toEqual([added]);
    expect(exceptionsFor([added], 'src/a.ts')).toEqual([added]);
    expect(exceptionsFor([added], '../a.ts')).toEqual([]);
  });
});
