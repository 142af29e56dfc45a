import { describe, expect, it } from 'vitest';
import { directivesOf } from '../../src/detect/directives';

const TODAY = '2026-06-01';

/** Which of the lines that say `secret` a rule is still reported on, by line number from 0. */
function reported(text: string, rule = 'hardcoded/storage-sas', today = TODAY): number[] {
  const directives = directivesOf(text);
  return [...text.matchAll(/\bsecret\b(?!lint)/g)]
    .filter(({ index }) => !directives.ignores(rule, { start: index, end: index + 6 }, today))
    .map(({ index }) => text.slice(0, index).split(/\r\n|\r|\n/).length - 1);
}

describe('directivesOf', () => {
  it('leaves everything alone without directives', () => {
    expect(reported('secret\nsecret')).toEqual([0, 1]);
  });

  it.each([
    ['// secretlint-disable-next-line\nsecret\nsecret', [2]],
    ['<!-- secretlint-disable-next-line -->\r\nsecret\r\nsecret', [2]],
    ['/* secretlint-disable-next-line hardcoded/storage-sas */\nsecret', []],
    ['# secretlint-disable-next-line hardcoded -- a test value\nsecret', []],
    ['-- secretlint-disable-next-line -- a test value\nsecret', []],
    ['secret // secretlint-disable-line\nsecret', [1]],
    ['secret\n# secretlint-disable\nsecret\n# secretlint-enable\nsecret', [0, 4]],
    ['# secretlint-disable hardcoded\nsecret\n# secretlint-enable hardcoded\nsecret', [3]],
    ['# secretlint-disable hardcoded\nsecret\n# secretlint-enable infra\nsecret', []],
    ['# secretlint-disable a, hardcoded/storage-sas ,b\nsecret', []],
  ])('reads %j', (text, lines) => {
    expect(reported(text)).toEqual(lines);
  });

  it('counts for the last line without a line break, where secretlint does not', () => {
    expect(reported('// secretlint-disable-next-line\nsecret')).toEqual([]);
    expect(reported('secret // secretlint-disable-line')).toEqual([]);
  });

  it('does not end with the next line', () => {
    expect(reported('// secretlint-disable-next-line\n\nsecret')).toEqual([2]);
  });

  it.each([
    '@secretlint/secretlint-rule-aws',
    '@secretlint/secretlint-rule-preset-recommend',
    'hardcoded/cosmos-key',
    'infra',
  ])('is not silenced by the id %s', (id) => {
    expect(reported(`// secretlint-disable-next-line ${id}\nsecret`)).toEqual([1]);
  });

  it('holds until the day it says, and not after', () => {
    const text = '// secretlint-disable-next-line hardcoded until=2026-06-01 -- rotated in sprint 12\nsecret';
    expect(reported(text)).toEqual([]);
    expect(reported(text, 'hardcoded/storage-sas', '2026-06-02')).toEqual([1]);
    expect(reported('secret # secretlint-disable-line until=2026-05-31')).toEqual([0]);
  });

  it('survives odd text', () => {
    expect(reported('secretlint-disable-next-line')).toEqual([]);
    expect(reported(`\ufeff\ud800 secretlint-disable-line secret`)).toEqual([0]);
  });
});
