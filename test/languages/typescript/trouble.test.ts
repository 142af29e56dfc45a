import { describe, expect, it } from 'vitest';
import { typescript } from '../../../src/languages/typescript/language';

const loading = typescript.load();

async function trouble(text: string): Promise<readonly string[]> {
  const file = (await loading).parse(text, 'a.ts');
  return file.trouble(new Set(['x', 'process'])).map(({ name, why, span }) => `${why} ${name} ${String(span.start)}`);
}

describe('names of TypeScript that are bound where they stand', () => {
  it.each<[string, string]>([
    ['a constant below its declaration', 'const x = 1;\nf(x);'],
    ['an import below the code', 'f(x);\nimport { x } from "x";'],
    ['a function below its call', 'x();\nfunction x() {}'],
    ['a var below its use', 'f(x);\nvar x = 1;'],
    ['a function that runs later', 'const g = () => f(x);\nconst x = 1;\ng();'],
    ['a handler that is handed on', 'app.get("/", g);\nconst x = 1;\nfunction g() { f(x); }'],
    ['a type above its class', 'let y: x;\nclass x {}'],
    ['an export above the constant', 'export { x };\nconst x = 1;'],
    ['what Node.js declares', 'f(process.env);'],
    ['the same name in another function', 'function g() { const x = 1; }\nfunction h() { const x = 2; }'],
  ])('%s', async (_, code) => {
    expect(await trouble(code)).toEqual([]);
  });
});

describe('names of TypeScript that are not', () => {
  it.each<[string, string, string]>([
    ['nothing declares it', 'undeclared', 'f(x);'],
    ['a constant used above it', 'too-early', 'f(x);\nconst x = 1;'],
    ['a block within', 'too-early', 'if (f(x)) {}\nlet x = 1;'],
    ['within one function', 'too-early', 'function g() { f(x); const x = 1; }'],
    ['a class that another extends above it', 'too-early', 'class A extends x {}\nclass x {}'],
    ['a function that is called above it', 'too-early', 'g();\nconst x = 1;\nfunction g() { f(x); }'],
    ['one that another calls', 'too-early', 'h();\nconst x = 1;\nfunction g() { f(x); }\nfunction h() { g(); }'],
    ['declared twice', 'twice', 'const x = 1;\nconst x = 2;'],
    ['imported and declared', 'twice', 'import { x } from "x";\nconst x = 2;'],
  ])('%s', async (_, expected, code) => {
    expect((await trouble(code)).map((one) => one.replace(/ .*/, ''))).toEqual([expected]);
  });

  it('at their places', async () => {
    expect(await trouble('f(x);\nconst x = 1;\nf(x);')).toEqual(['too-early x 2']);
  });
});
