import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { masked } from '../../../src/session/mask/masked';
import { taintOf } from '../../support/taint';

const engine = createEngine();

/** Values that nothing but their place tells: no judge knows them. */
const VALUES = ['SampleDb#Pass99x', 'correcthorsebatterystaple', 'hunter2hunter2', '4711471147114711'];

/** Places in code that a value can be in, each with `@` for it. */
const TSX = [
  '<Foo>@</Foo>',
  'const a = <Foo>\n  @\n</Foo>;',
  'const a = <Foo bar="x">{b}@{c}</Foo>;',
  'const a = <><br />@<br /></>;',
  "const a = <p>Don't use @</p>;",
  'const a = <p>it is `@</p>;',
  'const a = <Foo value="@" />;',
  "const a = <Foo value='@' b={1} /><Bar b={2} />;",
  'const a = <A b={1} /><B c="@" /><C d={1} />;',
  'const a = <Foo value={`@`} />;',
  'const a = <Foo value={f("@")}>x</Foo>;',
  'const a = /@/;',
  'const a = /^[/]@$/gi.test(b);',
  'if (a) /@/.test(b);',
  'const a = b ? /@/ : /c/;',
  'const a = `@`;',
  'const a = `x${b}@`;',
  'const a = `x${`@`}${`y${`@`}`}`;',
  'const a = `x${b /* @ */}`;',
  'const a = tag`@`;',
  'const a = "@";',
  "const a = 'x' + '@';",
  'const a = { b: "@" };',
  'const a = /* @ */ 1;',
  'const a = 1; // @',
];

const CS = [
  'var a = "@";',
  'var a = @"x""@";',
  'var a = $"{b}@";',
  'var a = $"{b["@"]}";',
  'var a = $"x{"@"}y";',
  'var a = $"x{f("a", $"{"@"}")}y{{@";',
  'var a = $@"x{b}@";',
  'var a = """@""";',
  'var a = """\n  @\n  """;',
  'var a = $$"""\n  {{b}}@\n  """;',
  'var a = "x" + "@";',
  'var a = "@"u8;',
  '#region @',
  '#warning use @',
  '#error @',
  'var a = 1; // @',
  '/// <summary>@</summary>',
  "var a = 'x'; /* @ */",
];

/** A file whose only line with the value is one that goes. */
const shown = async (path: string, code: string): Promise<string> =>
  (await masked(engine, path, `${code}\n`, '')).join('');

describe('a line of code that goes shows no value, wherever it is', () => {
  it.each([
    ...['a.tsx', 'a.jsx'].flatMap((path) => TSX.map((code) => [path, code] as const)),
    ...CS.map((code) => ['a.cs', code] as const),
  ])('%s: %s', async (path, code) => {
    for (const value of VALUES) {
      // A mark of the language's own in a value ends it there.
      const put = code.replaceAll('@', () => value).replace(/^(var a = \$?\$?)SampleDb#Pass99x"/, '$1@"');
      const text = code.includes('@"x') ? code.replace(/@(?!"x)/, () => value) : put;
      expect(taintOf([value])(await shown(path, text)), text).toBe(0);
    }
  });

  it.each([
    ['a.cs', (value: string) => `var a = new string(new[] { ${Array.from(value, (one) => `'${one}'`).join(', ')} });`],
    ['a.cs', (value: string) => `var a = ${Array.from(value, (one) => `'${one}'`).join(' + ')} + "";`],
    ['a.cs', (value: string) => `var a = "${Array.from(value, unit).join('')}";`],
    ['a.ts', (value: string) => `const a = "${Array.from(value, unit).join('')}";`],
    ['a.ts', (value: string) => `const a = [${Array.from(value, (one) => `'${one}'`).join(', ')}].join('');`],
    [
      'a.ts',
      (value: string) => `const a = String.fromCharCode(${Array.from(value, (one) => one.charCodeAt(0)).join(', ')});`,
    ],
    [
      'a.cs',
      (value: string) =>
        `var a = new byte[] { ${Array.from(value, (one) => `0x${one.charCodeAt(0).toString(16)}`).join(', ')} };`,
    ],
  ])('%s: as single characters, row %#, also on lines that stay', async (path, write) => {
    for (const value of VALUES) {
      const code = `${write(value)}\n`;
      for (const text of await masked(engine, path, code, `// a\n${code}`)) {
        const plain = text
          .replaceAll(/\\u([0-9a-f]{4})|0x([0-9a-f]{2})\b/g, (_, a: string, b: string) =>
            String.fromCharCode(parseInt(a || b, 16)),
          )
          .replaceAll(/\b\d{2,3}\b/g, (one) => String.fromCharCode(Number(one)))
          .replaceAll(/\[redacted\]|[',+\s]/g, '');
        expect(taintOf([value])(plain), text).toBe(0);
      }
    }
  });

  it('reads on after markup with a quote, a back quote or a comment mark in its text', async () => {
    const page = '<p>It`s // a /* page</p>';
    for (const [path, code] of [
      ['a.tsx', `const a = ${page};\nconst b = \`x${'${c}'}@\`;\n`],
      [
        'a.vue',
        `<template>\n  <div a=@>${page}<br>@</div>\n</template>\n<script setup lang="ts">\nconst b = \`@\`;\n</script>\n`,
      ],
      [
        'a.vue',
        `<script setup lang="ts">\nconst b = \`@\`;\n</script>\n<template>\n  <b :c="d > '@'">${page}@</b>\n</template>\n`,
      ],
      ['a.astro', `---\nconst b = "@";\n---\n<div>{b}@<script>const c = "@";</script></div>\n`],
    ] as const)
      for (const value of VALUES)
        expect(
          taintOf([value])(
            await shown(
              path,
              code.replaceAll('@', () => value),
            ),
          ),
          code,
        ).toBe(0);
    const text = `const a = ${page};\nconst b = open(\`Host=x;Pass\` + \`word=${VALUES[0]}\`);\nconst c = d;\n`;
    const [, after] = await masked(engine, 'a.tsx', text, text.replace('= d', '= e'));
    expect(after).toBe(`const a = ${page};\nconst b = open(\`[redacted]\` + \`[redacted]\`);\nconst c = e;\n`);
  });

  it('shows names, keywords and types', async () => {
    const code = [
      'export const client: Map<string, BlobServiceClient> = new BlobServiceClient(endpoint, new StorageSharedKeyCredential(name, sha256(key)));',
      'if (a < b && c > d) return Promise.all<void>(list.map((one) => one.id / two / 3));',
      'function f<T extends object>(x: Array<T>): x is Foo<T> { return x.length > 2; }',
    ].join('\n');
    for (const path of ['a.ts', 'a.tsx']) expect((await masked(engine, path, code, ''))[0]).toBe(code);
    const cs = 'var c = new BlobServiceClient(GetName<Dictionary<string, int>>(a) > b, options); // x\n#if NET8_0\n';
    expect((await masked(engine, 'a.cs', cs, ''))[0]).toBe(cs.replace(' x', '[redacted]'));
  });
});

const unit = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
