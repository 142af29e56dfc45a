import { describe, expect, it } from 'vitest';
import { brief, parser } from './parsed';

/** The view of the value of `var x = ...`. */
async function viewOf(code: string): Promise<unknown> {
  const file = (await parser()).parse(`var x = ${code}; f(x);`, 'a.cs');
  expect(file.errors).toEqual([]);
  const call = file.sites.find((site) => site.kind === 'call' && brief(site.callee) === 'f');
  const [argument] = call?.kind === 'call' ? call.args : [];
  const found = argument?.value.kind === 'name' ? file.declarationOf(argument.value) : null;
  return found?.initialiser ? brief(found.initialiser) : null;
}

describe('the node view of C#', () => {
  it.each<[string, unknown]>([
    ['new Client(a, b)', { new: 'Client', args: ['a', 'b'] }],
    ['new Azure.Storage.Client(a)', { new: 'Azure.Storage.Client', args: ['a'] }],
    ['new global::Azure.Client(a)', { new: 'Azure.Client', args: ['a'] }],
    ['new Client(key: a, ref b, out var c)', { new: 'Client', args: [{ key: 'a' }, 'b', 'other'] }],
    ['new Client { Key = a }', { new: 'Client', args: [] }],
    ['A.B<string>(c).D()', { call: { of: { call: 'A.B', args: ['c'] }, name: 'D' }, args: [] }],
    ['a?.B(c)', { call: 'a.B', args: ['c'] }],
    ['a?["b"]', { index: 'a', key: { string: 'b' } }],
    ['a["b"]', { index: 'a', key: { string: 'b' } }],
    ['(string)a!', 'a'],
    ['((a))', 'a'],
    ['a as string', 'a'],
    ['await a', 'a'],
    ['a ?? throw new E()', { fallback: ['a', 'other'] }],
    ['a ? b : c', { branches: ['b', 'c'] }],
    ['"a\\n\\u0041\\"\\\\"', { string: 'a\nA"\\' }],
    ['@"a\\n""b"""', { string: 'a\\n"b"' }],
    ['"""a "b" \\n"""', { string: 'a "b" \\n' }],
    ['"""\n    a\n      b\n    """', { string: 'a\n  b' }],
    ['"a" + "b"', { string: 'ab' }],
    ['"a" + b + "c"', { template: ['a', 'b', 'c'] }],
    ['1 + 2', 'other'],
    ['$"a{{b}}{c}\\t{d,5:N2}"', { template: ['a{b}', 'c', '\t', 'd'] }],
    ['$@"a\\{b}"', { template: ['a\\', 'b'] }],
    ['@$"a""{b}"', { template: ['a"', 'b'] }],
    ['$"""a"{b}"""', { template: ['a"', 'b'] }],
    ['_ => a', 'other'],
  ])('%s', async (code, expected) => {
    expect(await viewOf(code)).toEqual(expected);
  });

  it.each([
    ['a variable', 'Client c = new(a);'],
    ['a nullable variable', 'Client? c = new(a);'],
    ['a field', 'class X { private readonly Client c = new(a); }'],
    ['a property', 'class X { Client C { get; } = new(a); }'],
    ['an expression-bodied property', 'class X { Client C => new(a); }'],
    ['an accessor', 'class X { Client C { get { return new(a); } } }'],
    ['a method', 'class X { Client C() { return new(a); } }'],
    ['an async method', 'class X { async Task<Client> C() => new(a); }'],
    ['a local function', 'Client C() => new(a);'],
    ['an assignment to a field', 'class X { Client c; X() { c = new(a); } }'],
    ['an assignment to a field of this', 'class X { Client c; X() { this.c = new(a); } }'],
    ['a choice', 'Client c = b ? new(a) : other;'],
    ['a lambda with a type argument', 's.AddSingleton<Client>(_ => new(a));'],
    ['a block lambda with a type argument', 's.AddSingleton<IClient, Client>(_ => { return new(a); });'],
  ])('gives a target-typed new the type of %s', async (_title, code) => {
    const file = (await parser()).parse(code, 'a.cs');
    const site = file.sites.find((one) => one.kind === 'call' && one.isNew);
    expect(site && brief(site)).toEqual({ new: 'Client', args: ['a'] });
  });

  it.each(['var c = new(a);', 'f(new(a));', 'return new(a);'])('knows no type for %s', async (code) => {
    const file = (await parser()).parse(code, 'a.cs');
    const site = file.sites.find((one) => one.kind === 'call' && one.isNew);
    expect(site && brief(site)).toEqual({ new: 'other', args: ['a'] });
  });

  it('covers wrappers with the outer span, but for await', async () => {
    const text = 'f((string)(a)!); f(await b);';
    const file = (await parser()).parse(text, 'a.cs');
    const outers = file.sites
      .flatMap((site) => (site.kind === 'call' ? site.args : []))
      .map(({ value: { outer } }) => text.slice(outer.start, outer.end));
    expect(outers).toEqual(['(string)(a)!', 'b']);
  });

  it('sees properties of an object initialiser as assignments to what is built', async () => {
    const file = (await parser()).parse('var o = new Options { Password = secret };', 'a.cs');
    expect(file.sites.filter(({ kind }) => kind === 'assign').map(brief)).toEqual([
      { assign: { of: { new: 'Options', args: [] }, name: 'Password' }, value: 'secret' },
    ]);
  });

  it('gives the same view for the same node', async () => {
    const file = (await parser()).parse('new A(b);', 'a.cs');
    expect(file.sites[0]).toBe(file.sites[0]);
  });

  it('parses patterns with rests', async () => {
    const pattern = (await parser()).parsePattern('new A(uri: M__URL, ...R__REST)');
    expect(pattern).toMatchObject({ kind: 'call', start: 0, end: 30, isNew: true });
    expect(pattern.kind === 'call' && pattern.args.map(({ name, spread, start }) => [name, spread, start])).toEqual([
      ['uri', false, 6],
      [null, true, 19],
    ]);
    expect((await parser()).parsePattern('M__CREDENTIAL')).toMatchObject({
      kind: 'name',
      name: 'M__CREDENTIAL',
      start: 0,
    });
    await expect(parser().then((one) => one.parsePattern('new A('))).rejects.toThrow(SyntaxError);
  });

  it('says where the parser stumbled', async () => {
    const file = (await parser()).parse('var a = new B(c; var d = 1;', 'a.cs');
    expect(file.errors.length).toBeGreaterThan(0);
  });
});
