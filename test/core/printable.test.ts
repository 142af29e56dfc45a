import { describe, expect, test } from 'vitest';
import { english, say } from '../../src/core/message';
import { printable, quotedName } from '../../src/core/printable';

describe('names of files', () => {
  test.each([
    ['src/a.ts', 'src/a.ts'],
    ['src/größe 1 (alt).ts', 'src/größe 1 (alt).ts'],
    ['x\n::error file=y::z.ts', '"x\\n::error file=y::z.ts"'],
    ['::error file=y::z.ts', '"::error file=y::z.ts"'],
    ['\u001b]0;pwned\u0007a.ts', '"\\033]0;pwned\\aa.ts"'],
    ['a\u202etxt.exe', '"a\\342\\200\\256txt.exe"'],
    ['a\u2028b', '"a\\342\\200\\250b"'],
    ['a\rb\tc', '"a\\rb\\tc"'],
    ['say "a".ts', '"say \\"a\\".ts"'],
    ['a\\b.ts', '"a\\\\b.ts"'],
    ['##vso[task.setvariable variable=x]y', '"\\043\\043vso[task.setvariable variable=x]y"'],
    [' a.ts', '" a.ts"'],
    ['a\u009bm', '"a\\302\\233m"'],
  ])('%j is shown as %j', (name, shown) => {
    expect(quotedName(name)).toBe(shown);
    expect(printable(quotedName(name))).toBe(quotedName(name));
  });

  test('in a sentence go in on one line', () => {
    expect(english(say('{file} lists it', { file: 'a\n::b\u001b' }))).toBe('a\\n::b\\033 lists it');
  });
});
