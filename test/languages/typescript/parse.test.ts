import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createParse } from '../../../src/languages/typescript/parse';
import { treeOf } from '../../../src/languages/typescript/tree';

const CODE = `import { BlobServiceClient } from "@azure/storage-blob";

/** Uploads. */
export class Store {
  private readonly client = BlobServiceClient.fromConnectionString(process.env.CONN ?? "");
  async upload(name: string, data: Uint8Array) {
    const container = this.client.getContainerClient(\`images-\${name}\`);
    for (const part of [1, 2]) await container.getBlockBlobClient(String(part)).uploadData(data);
  }
}

enum Level { Low, High }
type Named<T> = { [K in keyof T]: T[K] };
export const level = <Named<{ a: Level }>>{ a: Level.Low };
`;

/** Statements whose neighbours or place may change what they are, and kinds of all sorts. */
const STATEMENTS = [
  '"use strict";',
  "'a text';",
  'await (start);',
  'import { a as b } from "a";',
  'import c = require("c");',
  'export { b };',
  'export default class {}',
  'export const d = 1n, e = /x/gi;',
  'function f(this: void): void;\nfunction f() {}',
  '@g() class H { #i = 1; static { this; } declare j: string }',
  'namespace K.L { export const m = 1 }',
  'declare module "n" { export = o; }',
  'const { p = 1, ...q } = r?.s?.[0]!, t = <U,>(v: U) => v as const;',
  'abstract class W<X> extends Y<X> implements Z { constructor(private readonly a: X) { super(); } }',
  'label: for (const a of b) { if (a) continue label; else break }',
  ';',
  '(() => {})()',
  '// a remark',
  'type A = typeof import("a") | `b${C}` | [d?: string, ...e: F[]];',
  'let yield, async\nasync () => {}',
];

/** The tree without the ways up, which a scan adds, and with numbers that JSON does not know. */
const written = (tree: unknown): string =>
  JSON.stringify(tree, (key, value: unknown) =>
    key === 'parent' ? undefined : typeof value === 'bigint' ? `${String(value)}n` : value,
  );

describe('the tolerant parser', () => {
  it('keeps the code around an error, and says where it is', () => {
    const { ast, errors } = createParse()(`${CODE}const half = new Blob(\n`, 'a.ts');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ start }) => start >= CODE.length)).toBe(true);
    expect(ast.body).toHaveLength(6);
  });

  it('finds no error in code that has none', () => {
    expect(createParse()(CODE, 'a.ts').errors).toEqual([]);
  });

  it.each([
    ['a.ts', 'const a = <T>x;'],
    ['a.tsx', 'const a = <b>x</b>;'],
    ['a.js', 'const a = <b>x</b>;'],
  ])('reads %s as what it is', (path, text) => {
    expect(createParse()(text, path).errors).toEqual([]);
  });

  it('reads the next version of a file of more statements than a call takes arguments', () => {
    const parse = createParse();
    const many = 'a;\n'.repeat(200_000);
    parse(many, 'a.ts');
    expect(parse(`b;\n${many}`, 'a.ts').ast.body).toHaveLength(200_001);
  });

  it('sees the same in a text that was edited as in one that it never saw', () => {
    const edit = fc.record({
      at: fc.nat(CODE.length),
      gone: fc.nat(12),
      put: fc.constantFrom(
        '',
        ' ',
        '{',
        '}',
        '(',
        ')',
        '"',
        '`',
        '\n',
        'x',
        '.y',
        ' => ',
        '/*',
        '*/',
        '//',
        '<',
        'await ',
        'class ',
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), fc.boolean(), (edits, back) => {
        const parse = createParse();
        let text = CODE;
        parse(text, 'a.ts');
        const texts = edits.map(({ at, gone, put }) => (text = text.slice(0, at) + put + text.slice(at + gone)));
        for (const one of back ? [...texts, CODE] : texts) {
          const attempt = (read: () => unknown) => {
            try {
              return written(read());
            } catch (error) {
              return String(error);
            }
          };
          const [edited, fresh] = [parse, createParse()].map((read) =>
            attempt(() => {
              const { ast, errors } = read(one, 'a.ts');
              return [ast, errors];
            }),
          );
          expect(edited === fresh, one).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('sees the same in a text whose statements came, went and changed places', () => {
    const junk = fc.constantFrom('/*', '*/', '`', '//', '{', '}', '<', 'a <', '= 1', 'export', 'if (a)');
    // Few kinds in a file: a single one may rule out that anything is taken over.
    const versions = fc.subarray(STATEMENTS, { minLength: 1, maxLength: 6 }).chain((kinds) => {
      const some = (most: number) => fc.array(fc.constantFrom(...kinds), { maxLength: most });
      const put = fc.oneof(some(3), fc.array(junk, { maxLength: 1 }));
      const change = fc.record({ at: fc.nat(16), gone: fc.nat(3), put });
      return fc.tuple(some(16), fc.array(change, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\n\n', ' '));
    });
    fc.assert(
      fc.property(versions, ([lines, changes, between]) => {
        const parse = createParse();
        const stand = [...lines];
        const texts = changes.map(({ at, gone, put }) => {
          stand.splice(at, gone, ...put);
          return stand.join(between);
        });
        for (const text of [lines.join(between), ...texts, lines.join(between)]) {
          const [edited, fresh] = [parse, createParse()].map((read) => {
            try {
              const { ast, errors } = read(text, 'a.ts');
              const whole = written([ast, errors]);
              // As a scan does, which writes into the tree.
              treeOf(ast);
              return whole;
            } catch (error) {
              return String(error);
            }
          });
          expect(edited === fresh, text).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
