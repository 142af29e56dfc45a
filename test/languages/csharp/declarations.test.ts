import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../src/languages/contract/declaration';
import type { CodeFile } from '../../../src/languages/contract/file';
import { parser } from './parsed';

const parsed = async (code: string): Promise<CodeFile> => (await parser()).parse(code, 'a.cs');

/** The declaration after the first argument of the first `f(...)`. */
async function declared(code: string): Promise<{ file: CodeFile; found: Declaration | null }> {
  const file = await parsed(code);
  const call = file.sites.find(
    (site) => site.kind === 'call' && site.callee.kind === 'name' && site.callee.name === 'f',
  );
  const value = call?.kind === 'call' ? call.args[0]?.value : undefined;
  return { file, found: value?.kind === 'name' ? file.declarationOf(value) : null };
}

const textOf = (file: CodeFile, span: { start: number; end: number } | null | undefined) =>
  span ? file.text.slice(span.start, span.end) : null;

describe('declarations in C#', () => {
  it.each<[string, string, Partial<Declaration>, string | null]>([
    [
      'a top-level variable',
      'var c = "x"; f(c);',
      { kind: 'variable', constant: true, exported: false, topLevel: true, type: null },
      '"x"',
    ],
    [
      'a typed local',
      'class A { void M() { string? c = x; f(c); } }',
      { kind: 'variable', type: 'string?', topLevel: false },
      'x',
    ],
    ['one of several', 'string b = "1", c = "2"; f(c);', { kind: 'variable' }, '"2"'],
    ['a written variable', 'var c = "x"; c = "y"; f(c);', { constant: false }, '"x"'],
    ['a variable with a compound assignment', 'var c = x; c ??= "y"; f(c);', { constant: false }, 'x'],
    ['a variable passed by reference', 'var c = x; g(ref c); f(c);', { constant: false }, 'x'],
    [
      'a constant field',
      'class A { const string c = "x"; void M() { f(c); } }',
      { kind: 'field', constant: true, exported: false },
      '"x"',
    ],
    ['a public field', 'class A { public const string c = "x"; void M() { f(c); } }', { exported: true }, '"x"'],
    [
      'a field of a partial class',
      'partial class A { const string c = "x"; void M() { f(c); } }',
      { exported: true },
      '"x"',
    ],
    [
      'a field of this',
      'class A { readonly string c = x; void M() { f(this.c); } }',
      { kind: 'field', constant: true },
      'x',
    ],
    [
      'a static field by its type',
      'class A { static string c = x; void M() { f(A.c); } }',
      { kind: 'field', constant: true },
      'x',
    ],
    [
      'a field a constructor sets',
      'class A { readonly string c; A(string x) { c = x; } void M() { f(c); } }',
      { kind: 'field', constant: true },
      'x',
    ],
    [
      'a field set twice',
      'class A { string c; A() { c = x; } void N() { c = y; } void M() { f(c); } }',
      { kind: 'field', constant: false },
      null,
    ],
    [
      'a field set under a condition',
      'class A { string c; A() { if (b) { c = x; } } void M() { f(c); } }',
      { kind: 'field', constant: false },
      null,
    ],
    ['a property', 'class A { string C => x; void M() { f(C); } }', { kind: 'field', constant: true }, 'x'],
    [
      'a property with a setter',
      'class A { string C { get; set; } = x; void M() { f(C); } }',
      { kind: 'field', constant: false },
      'x',
    ],
    [
      'a parameter',
      'class A { void M(string c) { f(c); } }',
      { kind: 'parameter', type: 'string', removable: null },
      null,
    ],
    ['a primary constructor', 'class A(string c) { void M() { f(c); } }', { kind: 'parameter' }, null],
    ['a lambda', 'g(c => f(c));', { kind: 'parameter' }, null],
    ['an out variable', 'g(out var c); f(c);', { kind: 'variable', constant: false, removable: null }, null],
    ['a foreach variable', 'foreach (var c in d) { f(c); }', { kind: 'variable', constant: false }, null],
  ])('%s', async (_title, code, expected, initialiser) => {
    const { file, found } = await declared(code);
    expect(found).toMatchObject(expected);
    expect(textOf(file, found?.initialiser)).toBe(initialiser);
  });

  it.each([
    ['inherited', 'class A : B { void M() { f(c); } }'],
    ['top-level, out of sight of a type', 'var c = x; class A { void M() { f(c); } }'],
    ['of another object', 'class A { string c = x; void M(A a) { f(a.c); } }'],
  ])('knows nothing of a name that is %s', async (_title, code) => {
    expect((await declared(code)).found).toBeNull();
  });

  it('keeps what shadows a name apart', async () => {
    const { file, found } = await declared(
      'class A { string c = x; void M() { f(c); } void N(string c) { g(c); } void O() { h(this.c, 1, c.Length, new B { c = 1 }, g(c: 2)); } }',
    );
    expect(found?.references.map(({ start }) => file.text.slice(start - 2, start + 1))).toEqual(['f(c', 's.c', ', c']);
  });

  it('tells what can be removed', async () => {
    const one = await declared('class A { void M() { var c = x; f(c); } }');
    expect(textOf(one.file, one.found?.removable)).toBe('var c = x;');
    const many = await declared('class A { string b, c = x, d; void M() { f(c); } }');
    expect(textOf(many.file, many.found?.removable)).toBe('c = x, ');
    const using = await declared('using (var c = x) { f(c); }');
    expect(using.found?.removable).toBeNull();
  });

  it('knows the assignment a field starts with', async () => {
    const { file, found } = await declared(
      'class A { readonly string c; A(string x) { this.c = x; } void M() { f(c); } }',
    );
    expect(textOf(file, found?.assigned?.name)).toBe('c');
    expect(textOf(file, found?.assigned?.statement)).toBe('this.c = x;');
    expect(found?.references).toHaveLength(1);
  });
});

describe('roles of references in C#', () => {
  const roles = async (code: string) => {
    const { file, found } = await declared(`var c = x; ${code} f(c);`);
    return found?.references
      .slice(0, -1)
      .map(({ role }) =>
        role.kind === 'guard'
          ? `guard ${textOf(file, role.operand) ?? ''}${role.mention ? ' mention' : ''}`
          : role.kind,
      );
  };

  it.each([
    ['if (c == null) throw new E();', ['guard c == null']],
    ['if (c is null) { Log("x"); return; }', ['guard c is null']],
    ['if (string.IsNullOrEmpty(c) || string.IsNullOrWhiteSpace(d)) throw new E();', ['guard string.IsNullOrEmpty(c)']],
    ['if (c?.Length == 0) { Environment.Exit(1); }', ['guard c?.Length == 0']],
    // The grammar binds `?.` looser than `||`: what cannot be told apart stays.
    ['if (d == null || c?.Length == 0) return;', ['read']],
    [
      'if (c is not { Length: > 0 }) throw new E(nameof(c));',
      ['guard c is not { Length: > 0 }', 'guard c is not { Length: > 0 } mention'],
    ],
    ['ArgumentNullException.ThrowIfNull(c);', ['guard c']],
    ['ArgumentException.ThrowIfNullOrEmpty(c, nameof(c));', ['guard c', 'guard c mention']],
    ['Guard.Against.NullOrEmpty(c);', ['guard c']],
    ['Debug.Assert(c != null);', ['guard c != null']],
    ['_ = c ?? throw new E();', ['guard c']],
    ['if (c != null) { g(); }', ['asked']],
    ['if (c == null) throw new E(); else g();', ['test']],
    ['var d = c == null ? a : b;', ['test']],
    ['if (g(c)) throw new E();', ['read']],
    ['var d = c ?? "x";', ['read']],
    ['Log($"{c}");', ['read']],
    ['Log(nameof(c));', ['read']],
  ])('%s', async (code, expected) => {
    expect(await roles(code)).toEqual(expected);
  });
});
