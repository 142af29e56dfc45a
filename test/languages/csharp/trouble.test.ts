import { describe, expect, it } from 'vitest';
import { parser } from './parsed';

/** The trouble with the names that are between `«»`, or with `x`. */
async function trouble(code: string): Promise<readonly string[]> {
  const names = new Set(['x', ...[...code.matchAll(/«(\w+)»/g)].map(([, name = '']) => name)]);
  const text = code.replace(/[«»]/g, '');
  const file = (await parser()).parse(text, 'a.cs');
  expect(file.errors).toEqual([]);
  return file.trouble(names).map(({ name, why, span }) => `${why} ${name} ${String(span.start - text.indexOf(name))}`);
}

/** The reasons alone. */
const reasons = async (code: string): Promise<readonly string[]> =>
  (await trouble(code)).map((one) => one.replace(/ .*/, ''));

const inClass = (code: string, head = 'class A'): string => `${head}\n{\n    ${code}\n}\n`;

describe('names of C# that are bound where they stand', () => {
  it.each<[string, string]>([
    ['a local below its declaration', inClass('void M() { var x = 1; f(x); }')],
    ['a local in a lambda below', inClass('void M() { var x = 1; g(() => f(x)); }')],
    ['a local function that is called below', inClass('void M() { var x = 1; F(); void F() { f(x); } }')],
    ['a static local function with one of its own', inClass('void M() { F(); static void F() { var x = 1; f(x); } }')],
    [
      'a static local function whose parameter hides a variable (C# 8)',
      inClass('void M() { var x = 1; F(x); static void F(int x) { f(x); } }'),
    ],
    ['a local function of a program whose parameter hides a variable', 'var x = 1;\nF(x);\nvoid F(int x) { f(x); }'],
    ['a lambda of a program that has a variable of its own', 'var x = 1;\ng(() => { var x = 2; f(x); });\nf(x);'],
    ['a field from a method', inClass('int x; void M() { f(x); }')],
    ['a field from a lambda', inClass('int x; void M() { g(() => f(x)); }')],
    ['a static field from a static method', inClass('static int x; static void M() { f(x); }')],
    ['a static field from a class within', inClass('static int x; class B { void M() { f(x); } }')],
    ['a constant from another one', inClass('const int x = 1; const int y = x;')],
    ['a parameter', inClass('void M(int x) { f(x); }')],
    ['a parameter of the primary constructor', inClass('int y = x; void M() { f(x); }', 'class A(int x)')],
    ['the same name in two blocks', inClass('void M() { { var x = 1; } { var x = 2; } }')],
    ['two overloads', inClass('void M(int x) {} void M(string x) {}')],
    [
      'a variable of another section of a switch',
      inClass('void M() { switch (1) { case 1: int x; break; case 2: x = 1; f(x); break; } }'),
    ],
    ['a goto back', inClass('void M() { again: var x = 1; f(x); goto again; }')],
    ['a method of the base class', inClass('void M() { x(); }')],
    ['a type of another file', inClass('void M() { f(new x()); }')],
    ['Uri where System is in sight', `using System;\n${inClass('object M() => new «Uri»("a");')}`],
    [
      'a credential with its using',
      `using Azure.Identity;\n${inClass('object M() => new «DefaultAzureCredential»();')}`,
    ],
    ['a credential by its whole name', inClass('object M() => new Azure.Identity.«DefaultAzureCredential»();')],
    [
      'a credential of the namespace around',
      'namespace Azure.Identity.Samples;\nclass A { object M() => new «DefaultAzureCredential»(); }',
    ],
    ['usings in their order', 'extern alias a;\nglobal using A;\nusing B;\n[assembly: C]\nnamespace D { using E; }'],
    ['a using below a namespace without braces', 'namespace D;\nusing E;\nclass A { }'],
    ['statements at the top', 'var x = 1;\nF();\nvoid F() { f(x); }'],
  ])('%s', async (_, code) => {
    expect(await reasons(code)).toEqual([]);
  });
});

describe('names of C# that are not', () => {
  it.each<[string, string, string]>([
    ['used above the declaration (CS0841)', 'too-early', inClass('void M() { f(x); var x = 1; }')],
    ['used in a lambda above (CS0841)', 'too-early', 'g(() => f(x));\nvar x = 1;'],
    ['a local function that is called above (CS0165)', 'too-early', 'F();\nvar x = 1;\nvoid F() { f(x); }'],
    ['one that another calls (CS0165)', 'too-early', 'G();\nvar x = 1;\nvoid F() { f(x); }\nvoid G() { F(); }'],
    ['a goto past it (CS0165)', 'too-early', inClass('void M() { goto end; var x = 1; end: f(x); }')],
    [
      'a section of a switch that does not set it (CS0165)',
      'too-early',
      inClass('void M() { switch (1) { case 1: var x = 1; break; case 2: f(x); break; } }'),
    ],
    ['nothing declares it (CS0103)', 'undeclared', inClass('void M() { f(x); }')],
    ['another method declares it (CS0103)', 'undeclared', inClass('void M() { f(x); } void N() { var x = 1; }')],
    ['an inner block declares it (CS0103)', 'undeclared', inClass('void M() { { var x = 1; } f(x); }')],
    ['a top-level variable in a class (CS8801)', 'undeclared', 'var x = 1;\nclass A { void M() { f(x); } }'],
    [
      'a namespace that a part of the own one hides (CS0234)',
      'undeclared',
      'namespace P.Azure.Data;\nclass A { object M() => «Azure».Storage.Kind.One; }',
    ],
    ['an instance field from a static method (CS0120)', 'out-of-reach', inClass('int x; static void M() { f(x); }')],
    ['one of the outer class (CS0120)', 'out-of-reach', inClass('int x; class B { void M() { f(x); } }')],
    ['one for the base class (CS0120)', 'out-of-reach', inClass('int x; A() : base(x) { }')],
    ['one in the value of another (CS0236)', 'out-of-reach', inClass('int x; int y = x;')],
    ['one of a struct in a lambda (CS1673)', 'out-of-reach', inClass('int x; void M() { g(() => f(x)); }', 'struct A')],
    ['a local in a static lambda (CS8820)', 'out-of-reach', inClass('void M() { var x = 1; g(static () => f(x)); }')],
    [
      'a local in a static function (CS8421)',
      'out-of-reach',
      inClass('void M() { var x = 1; static void F() { f(x); } }'),
    ],
    ['an out parameter in a lambda (CS1628)', 'out-of-reach', inClass('void M(out int x) { x = 1; g(() => f(x)); }')],
    [
      'a primary parameter in a static member (CS9105)',
      'out-of-reach',
      inClass('static void M() { f(x); }', 'class A(int x)'),
    ],
    ['a block declares it again (CS0136)', 'twice', inClass('void M() { var x = 1; { var x = 2; } }')],
    ['a local function of any version (CS0136)', 'twice', inClass('void M() { var x = 1; void F(int x) { f(x); } }')],
    [
      'a block in a static local function (CS0136)',
      'twice',
      inClass('void M() { static void F(int x) { { var x = 1; } } }'),
    ],
    ['a parameter has the name (CS0136)', 'twice', inClass('void M(int x) { var x = 2; }')],
    ['Uri without System (CS0246)', 'undeclared', inClass('object M() => new «Uri»("a");')],
    [
      'System in another namespace (CS0246)',
      'undeclared',
      'namespace B { using System; class C { } }\nnamespace D { class E { object M() => new «Uri»("a"); } }',
    ],
    [
      'a using that not every target has (CS0246)',
      'undeclared',
      `#if NET\nusing Azure.Identity;\n#endif\n${inClass('object M() => new «DefaultAzureCredential»();')}`,
    ],
    ['a using below code (CS1529)', 'misplaced', 'f(1);\nusing System;'],
  ])('%s', async (_, why, code) => {
    expect(await reasons(code)).toEqual([why]);
  });

  it('declared twice in one class, or one block (CS0102, CS0128)', async () => {
    expect(await reasons(inClass('int x; string x;'))).toEqual(['twice', 'twice']);
    expect(await reasons(inClass('void M() { var x = 1; var x = 2; }'))).toEqual(['twice', 'twice']);
  });

  it('at their places', async () => {
    expect(await trouble('f(x);\nvar x = 1;\nf(x);')).toEqual(['too-early x 0']);
  });
});
