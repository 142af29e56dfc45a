import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotenv } from '../../src/formats/dotenv';

const read = (text: string) => (dotenv.read(text) ?? []).map(({ name, value }) => `${name}=${value.value.reveal()}`);

describe('.env', () => {
  it.each([
    ['.env', true, false],
    ['app/.env.local', true, false],
    ['.env.example', true, true],
    ['prod.env', true, false],
    ['environment.ts', false, false],
  ])('%s', (path, handled, example) => {
    expect(dotenv.handles(path)).toBe(handled);
    if (handled) expect(dotenv.isExample(path)).toBe(example);
  });

  it.each([
    ['A=1', 'A=1'],
    ['  export A.B-c = x y ', 'A.B-c=x y'],
    ['A: 1', 'A=1'],
    ['A:1', undefined],
    ['A=b#c', 'A=b'],
    ['A="b # c" # d', 'A=b # c'],
    ['A="b\r\nc"', 'A=b\nc'],
    ['A="b\\nc\\"d"', 'A=b\nc\\"d'],
    ["A='b\\nc'", 'A=b\\nc'],
    ["A='it's'", "A=it's"],
    ['A="b"c', 'A="b"c'],
    ['A="b', 'A="b'],
    ['A=', 'A='],
    ['A=\n"b"', 'A=b'],
    ['\uFEFFA=1', 'A=1'],
    ['# A=1', undefined],
    ['A', undefined],
    ['A=\0', undefined],
  ])('%j is read as dotenv reads it', (text, one) => {
    expect(read(text)).toEqual(one === undefined ? [] : [one]);
  });

  it('has exact places', () => {
    const text = '# x\r\nexport  A = "b" # c\r\nB=d';
    const places = (dotenv.read(text) ?? []).map(({ span, nameSpan, valueSpan }) =>
      [nameSpan, valueSpan, span].map(({ start, end }) => text.slice(start, end)),
    );
    expect(places).toEqual([
      ['A', '"b"', 'export  A = "b" # c\r\n'],
      ['B', 'd', 'B=d'],
    ]);
  });

  it('tells references from literals', () => {
    const value = (text: string) => dotenv.read(text)?.[0]?.value;
    expect(value('A=${B}')).toMatchObject({ kind: 'expression', reads: ['B'] });
    expect(value('A=x${B:-c}y')).toMatchObject({ kind: 'expression', reads: ['B'] });
    expect(value('A=@Microsoft.KeyVault(VaultName=v;SecretName=s)')).toMatchObject({
      kind: 'expression',
      reads: ['s'],
    });
    expect(value('A=pa$$word')).toMatchObject({ kind: 'literal' });
  });

  /** What the dotenv package does: https://github.com/motdotla/dotenv/blob/v16.4.5/lib/main.js */
  function parse(source: string): Record<string, string> {
    const line =
      /(?:^|^)\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)(\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?\s*(?:#.*)?(?:$|$)/gm;
    const result: Record<string, string> = {};
    for (const hit of source.replace(/\r\n?/gm, '\n').matchAll(line)) {
      const written = (hit[2] ?? '').trim();
      const bare = written.replace(/^(['"`])([\s\S]*)\1$/gm, '$2');
      result[hit[1] ?? ''] = written.startsWith('"') ? bare.replace(/\\n/g, '\n').replace(/\\r/g, '\r') : bare;
    }
    return result;
  }

  it('reads what the package reads', () => {
    const part = fc.constantFrom('"', "'", '`', '\\', '\\"', '\\n', 'a', 'b c', '#', ' ', '=', ':', '$', '\n', 'é');
    const entry = fc
      .tuple(
        fc.constantFrom('A=', 'B = ', 'export C=', 'D: ', '  E='),
        fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.constantFrom('', '"', "'"),
      )
      .map(([start, value, quote]) => start + quote + value + quote);
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 4 }).map((lines) => lines.join('\n')),
        (text) => {
          // A name and its equals sign on two lines are nobody's intention.
          fc.pre(!/[\w.-]\s*\n\s*[=:]|:\s*\n/.test(text));
          const mine = Object.fromEntries(
            (dotenv.read(text) ?? []).map(({ name, value }) => [name, value.value.reveal()]),
          );
          const theirs = parse(text);
          for (const [name, value] of Object.entries(theirs)) {
            // Quotes at both ends of any line of a value go in the package, not only at its own ends.
            if (/\n/.test(value)) continue;
            expect([name, mine[name]]).toEqual([name, value]);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
