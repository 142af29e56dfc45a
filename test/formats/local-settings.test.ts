import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { localSettings } from '../../src/formats/local-settings';
import type { Setting } from '../../src/formats/settings-format';

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
    expect(applyEdits(TEXT, localSettings.replace(TEXT, named(TEXT, 'Photos'), 'NEW', 'v'))).toBe(
      TEXT.replace('"Photos": "one"', '"NEW": "v"'),
    );
  });

  it('moves a connection string to the values', () => {
    expect(applyEdits(TEXT, localSettings.replace(TEXT, named(TEXT, 'ConnectionStrings:Sql'), 'NEW', 'v'))).toBe(
      TEXT.replace('"one"\n', '"one",\n    "NEW": "v"\n').replace(
        ',\n  "ConnectionStrings": {\n    "Sql": "two"\n  }',
        '',
      ),
    );
  });

  it('adds and removes values', () => {
    expect(applyEdits(TEXT, localSettings.insertAfter(TEXT, named(TEXT, 'AzureWebJobsStorage'), 'NEW', 'v'))).toBe(
      TEXT.replace('true",', 'true",\n    "NEW": "v",'),
    );
    expect(applyEdits(TEXT, localSettings.append(TEXT, 'NEW', 'v'))).toBe(
      TEXT.replace('"one"', '"one",\n    "NEW": "v"'),
    );
    expect(applyEdits(TEXT, localSettings.remove(TEXT, named(TEXT, 'Photos')))).toBe(
      TEXT.replace(',\n    "Photos": "one"', ''),
    );
  });
});
