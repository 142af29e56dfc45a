import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine';
import { masked } from '../../../src/session/mask/masked';
import { fake } from '../../support/fake-secrets';
import { fill } from '../../support/fill';

const engine = createEngine();
const show = async (path: string, before: string, after = before) => masked(engine, path, fill(before), fill(after));

describe('the two texts of a diff', () => {
  it('show of settings what is harmless, and of a value over two lines no line', async () => {
    const [before, after] = await show(
      '.env',
      'AZURE_TENANT_ID={{guid}}\nSTORAGE="{{storage-connection-string:contoso}}\n{{hex}}" # was {{hex}}\nA:B={{password}}\n',
      'AZURE_TENANT_ID={{guid}}\nENDPOINT=https://contoso.blob.core.windows.net\n',
    );
    expect(before.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'GUID')).toBe(
      'AZURE_TENANT_ID=GUID\nSTORAGE="[redacted]\n[redacted]" #[redacted]\n[redacted]\n',
    );
    expect(after).toContain('\nENDPOINT=https://contoso.blob.core.windows.net\n');
  });

  it('show no number of a JSON file on one line, and names with colons', async () => {
    const [before] = await show('appsettings.json', '{ "Pin": 4711471147, "Storage:Key": "{{hex}}", "Retries": 3 }');
    expect(before).toBe('{ "Pin": [redacted], "Storage:Key": "[redacted]", "Retries": 3 }');
  });

  it('show no signature of a SAS whose string has lost its beginning', async () => {
    const [before] = await show('a.ts', 'spr=https&sig={{hex}}",\nexport const a = 1;\n');
    expect(before).toBe('[redacted]\n[redacted]\n');
  });

  it('show no key of a file that nothing reads, whatever is glued to it', async () => {
    const glued = 'a'.repeat(60);
    const [before] = await show('app.py', `import os\nk = some_long_function_name_2(a)\n/{{batch-key}}${glued}\n`);
    expect(before).toMatch(/^import os\nk = some_long_function_name_2\(a\)\n(?:\[redacted\]|[=a])+\n$/);
  });

  it('show no key that a broken line made a part of the name', async () => {
    const [before] = await show('.env', 'SEARCH_KEY{{search-key}}=\nPLAIN_NAME_2=\n');
    expect(before).toBe('[redacted]=\nPLAIN_NAME_2=\n');
  });

  it('show nothing of settings that no format reads', async () => {
    expect(await show('.env_prod', 'KEY={{hex}}\n# {{hex}}\n')).toEqual([
      'KEY=[redacted]\n[redacted]\n',
      'KEY=[redacted]\n[redacted]\n',
    ]);
  });

  it('show of other files all but what the engine finds and settings hold', async () => {
    const [before] = await show(
      'main.bicep',
      "param location string = 'westeurope'\nvar x = [{ name: 'A', value: '{{storage-connection-string:contoso}}' }]\n",
    );
    expect(before).toContain("param location string = 'westeurope'");
    expect(before).not.toMatch(/AccountKey=(?!\[)/);
  });
});

describe('lines of code that stay', () => {
  const client = "import { BlobServiceClient } from '@azure/storage-blob';\n";

  it('show no value that was cut in two, whether the halves are known or not', async () => {
    const key = fake.iotKey();
    const connection = `HostName=contoso.azure-devices.net;SharedAccessKeyName=a;SharedAccessKey=${key}`;
    const halves = `${connection.slice(0, -20)}' + '${connection.slice(-20)}`;
    const text = `const a = '${connection}';\nconst b = '${halves}';\n`;
    const [before, after] = await show('a.ts', text, text.replace(`'${connection}'`, 'process.env.A'));
    expect(before).toBe("const a = '[redacted]';\nconst b = '[redacted]' + '[redacted]';\n");
    expect(after).toBe("const a = process.env.A;\nconst b = '[redacted]' + '[redacted]';\n");
    const [alone] = await show('a.ts', `const b = '${halves}';\n`);
    expect(alone).toBe("const b = '[redacted]' + '[redacted]';\n");
  });

  it('show no string that looks like a password, and those that do not', async () => {
    const password = fake.password();
    const [before] = await show(
      'a.ts',
      `${client}f('${password}', 'westeurope', 'images2', 'photo1.png', 'Saved 3 files', 'STORAGE_KEY_2');\n`,
    );
    expect(before).toBe(
      `${client}f('[redacted]', 'westeurope', 'images2', 'photo1.png', 'Saved 3 files', 'STORAGE_KEY_2');\n`,
    );
  });
});
