import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import type { FilePlan } from '../../src/engine/plan';
import { createFake } from '../support/fake-secrets';
import { engineOver } from '../support/engine-over';

const fake = createFake(14);
const values = Array.from({ length: 3 }, (_, i) => fake.storageConnectionString({ account: `contoso${String(i)}` }));
const [first = '', second = '', third = ''] = values;

/** The texts of all files once a plan's migrations are made one after the other. */
function oneByOne(files: Readonly<Record<string, string>>, { migrations }: FilePlan): Record<string, string> {
  const now = { ...files };
  for (const { files: changed } of migrations)
    for (const { path, edits, basis } of changed) {
      expect(basis.reveal()).toBe(now[path]);
      now[path] = applyEdits(now[path] ?? '', edits);
    }
  return now;
}

/** The same once all of it is made as one change. */
const atOnce = (files: Readonly<Record<string, string>>, plan: FilePlan): Record<string, string> => ({
  ...files,
  ...Object.fromEntries(plan.files.map(({ path, edits }) => [path, applyEdits(files[path] ?? '', edits)])),
});

describe('all values of a file that go into settings', () => {
  const code = {
    'a.ts': `export const a = "${first}";\n// between\nexport const b = ["${second}", "${third}"];\n`,
    'A.cs': `class A\n{\n    const int N = 1;\n    string a = "${first}";\n    string[] b = { "${second}", "${third}" };\n}\n`,
  };

  it.each([
    [
      'a.ts',
      'export const a = process.env.AZURE_STORAGE_CONNECTION_STRING!;\n// between\nexport const b = [process.env.AZURE_STORAGE_CONNECTION_STRING_2!, process.env.AZURE_STORAGE_CONNECTION_STRING_3!];\n',
    ],
    [
      'A.cs',
      'class A\n{\n    const int N = 1;\n    string a = System.Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING");\n    string[] b = { System.Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING_2"), System.Environment.GetEnvironmentVariable("AZURE_STORAGE_CONNECTION_STRING_3") };\n}\n',
    ],
  ] as const)('have names of their own, and each migration follows the one before: %s', async (path, text) => {
    const files = { [path]: code[path], '.env.example': 'PORT=1\n' };
    const plan = await engineOver(files).planFile({ path, text: code[path] }, { fix: 'setting' });
    expect(plan.text).toBe(text);
    expect(plan.left).toEqual([]);
    expect(plan.migrations.map(({ settings }) => settings.added)).toEqual([
      ['AZURE_STORAGE_CONNECTION_STRING'],
      ['AZURE_STORAGE_CONNECTION_STRING_2'],
      ['AZURE_STORAGE_CONNECTION_STRING_3'],
    ]);
    const expected = {
      [path]: text,
      '.env.example':
        'PORT=1\nAZURE_STORAGE_CONNECTION_STRING=\nAZURE_STORAGE_CONNECTION_STRING_2=\nAZURE_STORAGE_CONNECTION_STRING_3=\n',
    };
    expect(oneByOne(files, plan)).toEqual(expected);
    expect(atOnce(files, plan)).toEqual(expected);
  });

  it('leave what is no whole string, with its reason', async () => {
    const text = `${code['a.ts']}export const c = 'say "${fake.storageConnectionString({ account: 'fabrikam' })}"';\n`;
    const plan = await engineOver({ 'a.ts': text }).planFile({ path: 'a.ts', text }, { fix: 'setting' });
    expect(plan.migrations).toHaveLength(3);
    expect(plan.text).toContain('say "');
  });
});

it('migrates clients one after the other: files that one has changed are seen by the next', async () => {
  const files = {
    'package.json': '{ "dependencies": { "@azure/storage-blob": "^12.29.1" } }\n',
    'config.ts': 'export const one = process.env.ONE;\nexport const two = process.env.TWO;\n',
    'a.ts': `import { BlobServiceClient } from '@azure/storage-blob';
import { one, two } from './config';

export const a = BlobServiceClient.fromConnectionString(one!);
export const b = BlobServiceClient.fromConnectionString(two!);
`,
  };
  const plan = await engineOver(files).planFile({ path: 'a.ts', text: files['a.ts'] }, { fix: 'identity' });
  expect(plan.migrations).toHaveLength(2);
  const after = oneByOne(files, plan);
  expect(after).toEqual(atOnce(files, plan));
  expect(after['config.ts']).not.toMatch(/\b(?:one|two)\b/);
  expect(after['a.ts']?.match(/new DefaultAzureCredential\(\)/g)).toHaveLength(1);
});
