import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { appsettings } from '../../src/formats/appsettings';
import { dotenv } from '../../src/formats/dotenv';
import { editSettings } from '../../src/formats/edit';
import type { Change, Setting, SettingsFormat } from '../../src/formats/format';
import { localSettings } from '../../src/formats/local-settings';
import { jsonFile } from './json-text';

type Step = readonly [kind: Change['kind'], name: string, ...args: string[]];

/** `['set', 'A', 'v']`, `['replace', 'A', 'B', 'v']`, `['append', 'A', 'v']`, `['remove', 'A']`, ... */
function changesOf(format: SettingsFormat, text: string, steps: readonly Step[]): Change[] {
  const settings = format.read(text) ?? [];
  return steps.map(([kind, name, first = '', second = '']): Change => {
    if (kind === 'append') return { kind, name, value: first };
    const setting = settings.find((one) => one.name === name);
    if (!setting) throw new Error(`no ${name}`);
    if (kind === 'set') return { kind, setting, value: first };
    return kind === 'remove' || kind === 'blank' ? { kind, setting } : { kind, setting, name: first, value: second };
  });
}

/** The text after the changes, or why there is none. */
function edited(format: SettingsFormat, text: string, ...steps: Step[]): string {
  const made = editSettings(format, text, changesOf(format, text, steps));
  if (made.kind === 'unedited') return made.reason;
  expect(applyEdits(text, made.edits)).toBe(made.text);
  return made.text;
}

describe('neighbours in JSON', () => {
  const section = `{
  // where the shop lives
  "VaultUrl": "https://contoso.vault.azure.net/",
  "AzureAd": {
    "Instance": "x", // beside
    "TenantId": "a",
    "ClientId": "b",
    "ClientSecret": "c"
  }
}
`;

  it('at the end of a section go together', () => {
    expect(
      edited(
        appsettings,
        section,
        ['remove', 'AzureAd:TenantId'],
        ['remove', 'AzureAd:ClientId'],
        ['remove', 'AzureAd:ClientSecret'],
      ),
    ).toBe(`{
  // where the shop lives
  "VaultUrl": "https://contoso.vault.azure.net/",
  "AzureAd": {
    "Instance": "x" // beside
  }
}
`);
  });

  it('go in any order, and the section with the last', () => {
    expect(
      edited(
        appsettings,
        section,
        ['remove', 'AzureAd:ClientSecret'],
        ['remove', 'AzureAd:Instance'],
        ['remove', 'AzureAd:TenantId'],
        ['remove', 'AzureAd:ClientId'],
      ),
    ).toBe(`{
  // where the shop lives
  "VaultUrl": "https://contoso.vault.azure.net/"
}
`);
  });

  it('on one line are edits of their own', () => {
    const text = '{ "A": "1", "B": "2", "C": "3", "D": "4" }';
    expect(edited(appsettings, text, ['remove', 'C'], ['remove', 'D'])).toBe('{ "A": "1", "B": "2" }');
    expect(edited(appsettings, text, ['remove', 'A'], ['remove', 'B'])).toBe('{ "C": "3", "D": "4" }');
    const made = editSettings(
      appsettings,
      text,
      changesOf(appsettings, text, [
        ['set', 'A', 'x'],
        ['remove', 'D'],
      ]),
    );
    // Each covers its own place, not what is between.
    expect(made.kind === 'edited' && made.edits.map(({ span }) => span.end - span.start)).toEqual([1, 10]);
  });

  it.each([
    ['{\r\n\t"A": "1",\r\n\t"B": "2",\r\n}', '{\r\n\t"A": "1",\r\n}'],
    ['{ "A": "1", "B": "2", }', '{ "A": "1", }'],
    ['{ "A": "1" /* of A */, /* of B */ "B": "2" }', '{ "A": "1" /* of A */ /* of B */  }'],
    ['{\n  "A": "1"\n, "B": "2"\n}', '{\n  "A": "1"\n}'],
    ['{\n  "A": "1", "B": "2"\n}', '{\n  "A": "1"\n}'],
    ['\uFEFF{"A":"1","B":"2"}', '\uFEFF{"A":"1"}'],
    [
      '{\n  "A": "1",\n  // of B\n  "B": "2" // beside B\n  // at the end\n}',
      '{\n  "A": "1"\n  // of B\n  // at the end\n}',
    ],
  ])('%j', (before, after) => {
    expect(edited(appsettings, before, ['remove', 'B'])).toBe(after);
  });

  it('comments of the next one stay', () => {
    expect(edited(appsettings, '{\n  "A": "1", // a\n  // of B\n  "B": "2"\n}', ['remove', 'A'])).toBe(
      '{\n  // of B\n  "B": "2"\n}',
    );
    expect(edited(appsettings, '{ "A": "1", /* of B */ "B": "2" }', ['remove', 'A'])).toBe('{  /* of B */ "B": "2" }');
  });
});

describe('changes one after the other', () => {
  it('put a new setting after the one that took the place of the old', () => {
    expect(
      edited(dotenv, 'A=1\nB=2\n', ['replace', 'A', 'NEW', 'v'], ['insertAfter', 'A', 'NEXT', 'w'], ['blank', 'B']),
    ).toBe('NEW=v\nNEXT=w\nB=\n');
    expect(edited(dotenv, 'A=1\nB=2\n', ['remove', 'A'], ['insertAfter', 'A', 'NEW', 'v'])).toBe('B=2\nNEW=v\n');
  });

  it('keep the values of a function app although the last one goes', () => {
    expect(edited(localSettings, '{ "Values": { "A": "1" } }', ['remove', 'A'])).toBe('{ "Values": {  } }');
    expect(edited(localSettings, '{ "Values": { "A": "1" }, "ConnectionStrings": { "B": "2" } }', ['blank', 'A'])).toBe(
      '{ "Values": { "A": "" }, "ConnectionStrings": { "B": "2" } }',
    );
  });

  it.each<[string, SettingsFormat, string, Step[], string]>([
    ['a text that is none', appsettings, '{ "A": ', [['append', 'B', 'v']], 'unreadable'],
    ['a name that is there', appsettings, '{ "A": "1", "B": "2" }', [['insertAfter', 'A', 'B', 'v']], 'cannot-edit'],
    ['an item of a list', appsettings, '{ "A": ["1", "2"] }', [['remove', 'A:0']], 'cannot-edit'],
    [
      'what is gone',
      dotenv,
      'A=1\n',
      [
        ['remove', 'A'],
        ['set', 'A', 'v'],
      ],
      'cannot-edit',
    ],
    ['a value without quotes to hold it', dotenv, 'A=1\n', [['set', 'A', `"'\`#`]], 'cannot-edit'],
  ])('have a reason where they cannot be: %s', (_what, format, text, steps, reason) => {
    expect(edited(format, text, ...steps)).toBe(reason);
  });
});

/** Removes, sets and blanks some settings, each at most once; the last writes win nothing. */
const plan = fc.array(fc.tuple(fc.nat(), fc.constantFrom('remove', 'set', 'blank'), fc.string({ maxLength: 8 })), {
  minLength: 1,
  maxLength: 6,
});

function chosen(settings: readonly Setting[], picks: readonly (readonly [number, string, string])[]): Change[] {
  const changes = new Map<Setting, Change>();
  for (const [pick, kind, value] of picks) {
    const setting = settings[pick % Math.max(1, settings.length)];
    if (!setting || changes.has(setting)) continue;
    if (kind === 'remove' || kind === 'blank') changes.set(setting, { kind, setting });
    else changes.set(setting, { kind: 'set', setting, value });
  }
  return [...changes.values()];
}

/** Names and values that a text should have after changes. */
const expected = (settings: readonly Setting[], changes: readonly Change[]): string[] =>
  settings.flatMap((one) => {
    const change = changes.find((each) => 'setting' in each && each.setting === one);
    if (change?.kind === 'remove') return [];
    return [`${one.name}=${change?.kind === 'set' ? change.value : change ? '' : one.value.value.reveal()}`];
  });

const readings = (format: SettingsFormat, text: string): string[] =>
  (format.read(text) ?? []).map(({ name, value }) => `${name}=${value.value.reveal()}`);

describe('whatever changes', () => {
  it('every other byte of a JSON file stays, and the file reads back', () => {
    fc.assert(
      fc.property(jsonFile, plan, (text, picks) => {
        const settings = appsettings.read(text) ?? [];
        const changes = chosen(settings, picks);
        const made = editSettings(appsettings, text, changes);
        if (made.kind === 'unedited') throw new Error(made.reason);
        expect(applyEdits(text, made.edits)).toBe(made.text);
        expect(readings(appsettings, made.text)).toEqual(expected(settings, changes));
        expect(made.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
        if (text.includes('\r\n')) expect(made.text).not.toMatch(/(?<!\r)\n/);
        if (/^[^\r\n]*$/.test(text)) expect(made.text).not.toMatch(/[\r\n]/);
        if (!changes.some(({ kind }) => kind === 'remove')) {
          // Only values change: all that is between them is as it was.
          const between = (whole: string) => {
            let at = 0;
            return (appsettings.read(whole) ?? []).map(({ valueSpan }) => {
              const part = whole.slice(at, valueSpan.start);
              at = valueSpan.end;
              return part;
            });
          };
          expect(between(made.text)).toEqual(between(text));
          return;
        }
        // A comment above goes only with the object around it, a comment beside only with its own setting.
        const names = settings.map(({ name }) => name.split(':'));
        const left = expected(settings, changes).map((one) => (one.split('=')[0] ?? '').split(':'));
        for (const [, name = ''] of text.matchAll(/above (N\d+)/g)) {
          const path = names.find((parts) => parts.includes(name)) ?? [];
          const around = path.slice(0, path.indexOf(name));
          const stays = left.some((parts) => around.every((part, i) => parts[i] === part)) || around.length === 0;
          expect(made.text.includes(`above ${name}`) || !stays).toBe(true);
        }
        for (const name of left.map((parts) => parts.at(-1) ?? ''))
          expect(made.text.includes(`beside ${name}`)).toBe(text.includes(`beside ${name}`));
        for (const { name, nameSpan, valueSpan } of settings) {
          const raw = text.slice(nameSpan.start, valueSpan.end);
          if (!changes.some((change) => 'setting' in change && change.setting.name === name))
            expect(made.text).toContain(raw);
        }
      }),
      { numRuns: 2000 },
    );
  });

  const line = fc.oneof(
    fc.constantFrom('# a comment', '', '   ', 'no setting', '# C=1'),
    fc
      .tuple(
        fc.constantFrom('', '  ', 'export '),
        fc.constantFrom('A', 'B', 'C_D', 'E.F'),
        fc.constantFrom('=', ' = ', ': '),
        fc.constantFrom('', 'x', 'a b', '"q # r"', "'s'", '`t`', '"u\nv"', '"w', 'a#b', '"x" # y', "'it's'"),
        fc.constantFrom('', ' # z', '  '),
      )
      .map((parts) => parts.join('')),
  );
  const env = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), fc.boolean())
    .map(
      ([lines, eol, ended, bom]) =>
        (bom ? '\uFEFF' : '') + lines.join(eol).replace(/\n/g, eol === '\r' ? '\r' : '\n') + (ended ? eol : ''),
    );

  it('every other line of a .env file stays, and the file reads back', () => {
    fc.assert(
      fc.property(env, plan, (text, picks) => {
        const settings = dotenv.read(text) ?? [];
        const changes = chosen(settings, picks);
        const made = editSettings(dotenv, text, changes);
        // A value may need quotes that a line cannot give it, and a line may continue one above it that lost its end.
        if (made.kind === 'unedited') {
          expect(made.reason).toMatch(/^cannot-/);
          return;
        }
        expect(readings(dotenv, made.text)).toEqual(expected(settings, changes));
        let at = 0;
        const pieces: string[] = [];
        for (const { span, valueSpan } of settings) {
          const change = changes.find((one) => 'setting' in one && one.setting.span === span);
          if (!change) continue;
          const place = change.kind === 'remove' ? span : valueSpan;
          pieces.push(text.slice(at, place.start));
          at = place.end;
        }
        pieces.push(text.slice(at));
        // What is left of the old text is in the new one, in order.
        let from = 0;
        for (const piece of pieces) {
          const found = made.text.indexOf(piece, from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found + piece.length;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
