import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { appsettings } from '../../src/formats/appsettings';
import { editSettings } from '../../src/formats/edit';
import type { Change, Setting } from '../../src/formats/format';

const named = (text: string, name: string): Setting => {
  const found = appsettings.read(text)?.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
/** The text after the changes, which the edits give as well; the reason where there is none. */
function after(text: string, ...changes: Change[]): string {
  const made = editSettings(appsettings, text, changes);
  if (made.kind === 'unedited') return made.reason;
  expect(applyEdits(text, made.edits)).toBe(made.text);
  return made.text;
}
const replaced = (text: string, name: string) =>
  after(text, { kind: 'replace', setting: named(text, name), name: 'NEW', value: 'v' });
const removed = (text: string, ...names: string[]) =>
  after(text, ...names.map((name): Change => ({ kind: 'remove', setting: named(text, name) })));

const TEXT = `{
  // where the photos are
  "ConnectionStrings": {
    "Storage": "one",
    "Sql": "two"
  },
  "Storage": { "Connection": { "String": "three" } },
  "Count": 3,
  "Plain": "four" // last
}
`;

describe('appsettings.json', () => {
  it.each([
    ['appsettings.json', true, false],
    ['src/appsettings.Development.json', true, false],
    ['appsettings.example.json', true, true],
    ['settings.json', false, false],
  ])('%s', (path, handled, example) => {
    expect(appsettings.handles(path)).toBe(handled);
    if (handled) expect(appsettings.isExample(path)).toBe(example);
  });

  it('names values by their path', () => {
    expect(appsettings.read(TEXT)?.map(({ name, value }) => `${name}=${value.value.reveal()}`)).toEqual([
      'ConnectionStrings:Storage=one',
      'ConnectionStrings:Sql=two',
      'Storage:Connection:String=three',
      'Count=3',
      'Plain=four',
    ]);
    expect(appsettings.read('\uFEFF{ "A": "b", }')?.[0]?.nameSpan).toEqual({ start: 4, end: 5 });
  });

  it.each(['', '[]', '{ "A": ', 'no json'])('does not read %j', (text) => {
    expect(appsettings.read(text)).toBeNull();
  });

  it('turns a setting at the top into another in its place', () => {
    expect(replaced(TEXT, 'Plain')).toBe(TEXT.replace('"Plain": "four"', '"NEW": "v"'));
  });

  it('takes a section along that holds nothing else', () => {
    expect(replaced(TEXT, 'Storage:Connection:String')).toBe(
      TEXT.replace('"Storage": { "Connection": { "String": "three" } }', '"NEW": "v"'),
    );
  });

  it('puts the new setting before a section that stays', () => {
    expect(replaced(TEXT, 'ConnectionStrings:Storage')).toBe(
      TEXT.replace('  "ConnectionStrings"', '  "NEW": "v",\n  "ConnectionStrings"').replace(
        '    "Storage": "one",\n',
        '',
      ),
    );
  });

  it('removes the comma that the last one leaves', () => {
    expect(removed(TEXT, 'ConnectionStrings:Sql')).toBe(TEXT.replace(',\n    "Sql": "two"', ''));
    expect(removed('{ "A": "1", "B": "2" }', 'B')).toBe('{ "A": "1" }');
    expect(removed('{ "A": "1", "B": "2" }', 'A')).toBe('{ "B": "2" }');
    expect(removed('{ "A": "1" }', 'A')).toBe('{  }');
  });

  it('adds settings behind another and at the end', () => {
    expect(
      after(TEXT, { kind: 'insertAfter', setting: named(TEXT, 'ConnectionStrings:Sql'), name: 'NEW', value: 'v' }),
    ).toBe(TEXT.replace('  },\n  "Storage"', '  },\n  "NEW": "v",\n  "Storage"'));
    expect(after(TEXT, { kind: 'append', name: 'NEW', value: 'a"b' })).toBe(
      TEXT.replace('"four"', '"four",\n  "NEW": "a\\"b"'),
    );
    expect(after('{}', { kind: 'append', name: 'NEW', value: 'v' })).toBe('{ "NEW": "v" }');
  });

  it('leaves JSON in which all else is as it was', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D');
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.dictionary(
        name,
        fc.oneof({ depthSize: 'small' }, { weight: 3, arbitrary: fc.constantFrom('x', 'y', 1, null) }, tie('node')),
        { minKeys: 1, maxKeys: 3, noNullPrototype: true },
      ),
    })).node;
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 2, '\t'), fc.nat(), fc.boolean(), (value, indent, pick, keep) => {
        const text = JSON.stringify(value, null, indent);
        const settings = appsettings.read(text) ?? [];
        const setting = settings[pick % Math.max(1, settings.length)];
        if (!setting) return;
        const result = after(
          text,
          keep ? { kind: 'replace', setting, name: 'NEW', value: 'v' } : { kind: 'remove', setting },
        );
        const errors: never[] = [];
        parse(result, errors);
        expect(errors).toEqual([]);
        const left = (appsettings.read(result) ?? []).map((one) => `${one.name}=${one.value.value.reveal()}`);
        const wanted = settings
          .filter((one) => one !== setting)
          .map((one) => `${one.name}=${one.value.value.reveal()}`);
        expect(left.sort()).toEqual([...wanted, ...(keep ? ['NEW=v'] : [])].sort());
      }),
    );
  });
});
