import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../src/core/span';
import { exportOf } from '../../../src/languages/csharp/scope/known-namespaces';
import { noProject } from '../../../src/languages/base/plain';
import type { ProjectContext } from '../../../src/languages/contract/language';
import type { Scopes } from '../../../src/languages/contract/scope';
import { parser } from './parsed';

/** The scopes of a file, and the place that `^` marks in its text. */
async function at(code: string, project?: ProjectContext): Promise<{ scopes: Scopes; place: number }> {
  const place = code.indexOf('^');
  const { scopes } = (await parser()).parse(code.replace('^', ''), 'Shop/Store.cs', project);
  return { scopes, place };
}

const meaning = async (name: string, code: string, project?: ProjectContext) => {
  const { scopes, place } = await at(code, project);
  const found = scopes.meaning(name, place);
  return (
    found &&
    [found.way, found.assigned ? 'assigned' : 'not assigned', found.usable ? 'usable' : 'out of reach'].join(', ')
  );
};

const file = (path: string, text: string) => ({ path, text });

describe('what a name means', () => {
  it.each([
    ['a local variable', 'class A { void M() { var x = 1; ^f(x); } }', 'local, assigned, usable'],
    ['a parameter', 'class A { void M(int x) { ^f(x); } }', 'parameter, assigned, usable'],
    ['a local of the method around', 'class A { void M() { var x = 1; f(() => ^x); } }', 'captured, assigned, usable'],
    [
      'one that a static lambda cannot see',
      'class A { void M() { var x = 1; f(static () => ^x); } }',
      'captured, assigned, out of reach',
    ],
    [
      'one that is set behind the call',
      'class A { void M() { L(); var x = 1; void L() { ^f(x); } } }',
      'captured, not assigned, usable',
    ],
    ['a member', 'class A { int x; void M() { ^f(x); } }', 'member, assigned, usable'],
    [
      'an instance member in static code',
      'class A { int x; static void M() { ^f(x); } }',
      'member, assigned, out of reach',
    ],
    [
      'a member of the outer class',
      'class A { static int x; class B { void M() { ^f(x); } } }',
      'outer, assigned, usable',
    ],
    ['an alias', 'using x = System.Uri; class A { void M() { ^f(); } }', 'alias, assigned, usable'],
    ['a type', 'class x { } class A { void M() { ^f(); } }', 'type, assigned, usable'],
    ['nothing', 'class A { void M() { ^f(); } }', null],
  ])('%s', async (_, code, expected) => {
    expect(await meaning('x', code)).toBe(expected);
  });

  it('a member of a base class in another file', async () => {
    const types = [file('Shop/Root.cs', 'abstract class Root { protected int x; }')];
    expect(await meaning('x', 'class A : Root { void M() { ^f(x); } }', { ...noProject, types })).toBe(
      'inherited, assigned, usable',
    );
  });
});

describe('where code runs', () => {
  it.each([
    ['a method', 'class A { void M() { ^f(); } }', ['method']],
    ['a static method', 'class A { static void M() { ^f(); } }', ['method', 'static']],
    ['a program', '^f();', ['static']],
    ['a lambda in a loop', 'class A { void M() { foreach (var a in b) { g(() => ^f()); } } }', ['lambda', 'loop']],
    ['the collection of a loop', 'class A { void M() { foreach (var a in ^f()) { } } }', ['method']],
    ['a local function', 'class A { void M() { void L() { ^f(); } } }', ['local function']],
    ['an argument of the base class', 'class A : B { A() : base(^f()) { } }', ['constructor', 'beforeBase']],
    ['the value of a field', 'class A { object a = ^f(); }', ['initialiser']],
    ['an arrow of a property', 'class A { object P => ^f(); }', []],
    [
      'a tree of expressions',
      'class A { void M() { Expression<Func<int>> e = () => ^f(); } }',
      ['lambda', 'expressionTree'],
    ],
  ])('%s', async (_, code, expected) => {
    const { scopes, place } = await at(code);
    const { within, ...rest } = scopes.place(place);
    const marks = Object.entries(rest).flatMap(([name, is]) => (is && name !== 'nullable' ? [name] : []));
    expect([...(within ? [within] : []), ...marks]).toEqual(expected);
  });

  it.each([
    ['the project says so', 'enable', 'class A { ^ }', true],
    ['the project says no', 'disable', 'namespace A; class A { string? s; ^ }', false],
    ['a directive says so', 'disable', '#nullable enable\nclass A { ^ }', true],
    ['a directive ends it', 'enable', '#nullable disable\nclass A { }\n#nullable restore\nclass B { ^ }', true],
  ])('with the compiler looking for missing values: %s', async (_, value, code, expected) => {
    const csproj = `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Nullable>${value}</Nullable></PropertyGroup></Project>`;
    const { scopes, place } = await at(code, { ...noProject, files: [file('Shop/Shop.csproj', csproj)] });
    expect(scopes.place(place).nullable).toBe(expected);
  });
});

describe('names', () => {
  it('of another method are free for a local variable, not for a field', async () => {
    const code = 'class A { int f; void M() { ^int a; } void N() { int b; } }';
    const { scopes, place } = await at(code);
    expect(scopes.names(place).has('b')).toBe(false);
    expect(scopes.names(code.indexOf('int f')).has('b')).toBe(true);
    expect(overlaps(scopes.reach(place), scopes.reach(code.indexOf('int b') - 1))).toBe(false);
    expect(overlaps(scopes.reach(place), scopes.reach(code.indexOf('int f')))).toBe(true);
  });

  it('of base classes are asked for', async () => {
    const { scopes } = await at('class A : Root, IThing { }^');
    expect(scopes.asks).toEqual(['Root']);
  });

  it.each([
    ['nothing has it', 'class A { }^', true],
    ['it is written in full', 'class A { object M() => new Azure.Identity.DefaultAzureCredential(); }^', true],
    [
      'a type of the namespace has it',
      'namespace N { class DefaultAzureCredential { } class A { DefaultAzureCredential c; } }^',
      false,
    ],
  ])('may be brought by a directive where %s', async (_, code, expected) => {
    const { scopes } = await at(code);
    expect(scopes.mayBring(exportOf('Azure.Identity', 'DefaultAzureCredential'))).toBe(expected);
  });
});
