import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint';
import type { Span } from '../../src/core/span';
import { createEngine } from '../../src/engine/engine';
import { createFake } from '../support/fake-secrets';

const placed = (text: string, ...values: string[]): Span[] =>
  values.map((value) => ({ start: text.indexOf(value), end: text.indexOf(value) + value.length }));

/** The fingerprint of the value `own` in a line, with the others blank. */
function of(text: string, own: string, ...others: string[]): string {
  const [span = { start: 0, end: 0 }] = placed(text, own);
  const all = placed(text, own, ...others).sort((a, b) => a.start - b.start);
  return fingerprint('r', 'p', text, span, 0, all);
}

describe('a fingerprint', () => {
  it('of a value alone in its line is what it always was', () => {
    const text = 'one\n  key = VALUE; // end\nlast VALUE2\n';
    const [span = { start: 0, end: 0 }] = placed(text, 'VALUE');
    expect(of(text, 'VALUE', 'VALUE2')).toBe(fingerprint('r', 'p', text, span, 0));
  });

  it.each([
    ['{"a":"VALUE","b":"OTHER"}', '{"a":"VALUE","b":"ANOTHER ONE"}'],
    ['{"b":"OTHER","a":"VALUE"}', '{"b":"X","a":"VALUE"}'],
    [`b=OTHER;${'x'.repeat(190)}a=VALUE`, `b=${'Y'.repeat(300)};${'x'.repeat(190)}a=VALUE`],
    [`a=VALUE${'x'.repeat(190)};b=OTHER;c`, `a=VALUE${'x'.repeat(190)};b=${'Y'.repeat(300)};c`],
  ])('does not know the other values of the line: %#', (one, two) => {
    const other = (text: string): string => /OTHER|ANOTHER ONE|X(?=")|Y{300}/.exec(text)?.[0] ?? '';
    expect(of(one, 'VALUE', other(one))).toBe(of(two, 'VALUE', other(two)));
  });

  it('knows the rest of the line', () => {
    expect(of('a=VALUE;b=OTHER;c', 'VALUE', 'OTHER')).not.toBe(of('a=VALUE;b=OTHER;d', 'VALUE', 'OTHER'));
  });

  it('of a finding stays when another secret of the line is renewed, and what was accepted stays accepted', async () => {
    const engine = createEngine();
    const fake = createFake(3);
    const secret = fake.entraClientSecret();
    const line = (password: string): string =>
      `{"clientSecret":"${secret}","sql":"Server=tcp:x.database.windows.net;Database=d;User ID=app;Password=${password};"}\n`;
    const scan = async (password: string, exceptions: object[] = []) => {
      const { findings } = await engine.scan(
        { path: 'conf.json', text: line(password) },
        { exceptions: exceptions as never },
      );
      return findings;
    };
    const [one, two] = [await scan(fake.password()), await scan(`${fake.password()}longer`)];
    expect(one.map(({ rule }) => rule)).toHaveLength(2);
    expect(one[0]?.fingerprint).toBe(two[0]?.fingerprint);
    const { former = '', rule = '' } = one[0] ?? {};
    expect(former).not.toBe('');
    expect(former).not.toBe(one[0]?.fingerprint);
    const password = fake.password();
    const before = (await scan(password))[0]?.former ?? '';
    expect(await scan(password, [{ rule, fingerprint: before, reason: 'r', until: null }])).toHaveLength(1);
  });
});
