import { describe, expect, it } from 'vitest';
import { editSettings } from '../../src/formats/edit';
import { localSettings } from '../../src/formats/local-settings';
import type { Change, Setting } from '../../src/formats/format';

const TEXT = `{
  "IsEncrypted": false,
  "Values": {
    "AzureWebJobsStorage": "UseDevelopmentStorage=true",
    "Photos": "one"
  },
  "ConnectionStrings": {
    "Sql": "two"
  }
}
`;

const named = (text: string, name: string): Setting => {
  const found = localSettings.read(text)?.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

function after(text: string, change: Change): string {
  const made = editSettings(localSettings, text, [change]);
  return made.kind === 'edited' ? made.text : made.reason;
}

describe('local.settings.json', () => {
  it('is known by its name', () => {
    expect(
      ['local.settings.json', 'src/local.settings.json', 'local.settings.example.json', 'settings.json'].map((path) =>
        localSettings.handles(path),
      ),
    ).toEqual([true, true, true, false]);
    expect(localSettings.isExample('local.settings.example.json')).toBe(true);
  });

  it('holds values and connection strings', () => {
    expect(localSettings.read(TEXT)?.map(({ name }) => name)).toEqual([
      'AzureWebJobsStorage',
      'Photos',
      'ConnectionStrings:Sql',
    ]);
    expect(localSettings.read('{ "Other": {} }')).toBeNull();
  });

  it('keeps what the host reads', () => {
    expect(
      ['AzureWebJobsStorage', 'FUNCTIONS_WORKER_RUNTIME', 'Photos'].map((name) => localSettings.keeps?.(name)),
    ).toEqual([true, true, false]);
  });

  it('turns a value into another in its place', () => {
    expect(after(TEXT, { kind: 'replace', setting: named(TEXT, 'Photos'), name: 'NEW', value: 'v' })).toBe(
      TEXT.replace('"Photos": "one"', '"NEW": "v"'),
    );
  });

  it('moves a connection string to the values', () => {
    expect(
      after(TEXT, { kind: 'replace', setting: named(TEXT, 'ConnectionStrings:Sql'), name: 'NEW', value: 'v' }),
    ).toBe(
      TEXT.replace('"one"\n', '"one",\n    "NEW": "v"\n').replace(
        ',\n  "ConnectionStrings": {\n    "Sql": "two"\n  }',
        '',
      ),
    );
  });

  it('adds and removes values', () => {
    expect(
      after(TEXT, { kind: 'insertAfter', setting: named(TEXT, 'AzureWebJobsStorage'), name: 'NEW', value: 'v' }),
    ).toBe(TEXT.replace('true",', 'true",\n    "NEW": "v",'));
    expect(after(TEXT, { kind: 'append', name: 'NEW', value: 'v' })).toBe(
      TEXT.replace('"one"', '"one",\n    "NEW": "v"'),
    );
    expect(after(TEXT, { kind: 'remove', setting: named(TEXT, 'Photos') })).toBe(
      TEXT.replace(',\n    "Photos": "one"', ''),
    );
  });
});
