import { describe, expect, it } from 'vitest';
import { after, findings } from '../support/across';

const PATH = 'a.ts';
const text = (fn: string): string => `import { BlobServiceClient } from '@azure/storage-blob';
import { decrypt, isBlank } from './text';

${fn}

export const client = BlobServiceClient.fromConnectionString(setting('CONN'));
`;
const files = (fn: string) => ({ 'package.json': '{ "private": true }', [PATH]: text(fn) });

describe('a function of the file that reads a setting by its name', () => {
  it.each([
    ['at once', 'const setting = (name: string) => process.env[name]!;'],
    ['or a default', "const setting = (name: string) => process.env[name] ?? '';"],
    ['without blanks', 'function setting(name: string) {\n  return process.env[name]!.trim();\n}'],
    [
      'after a check',
      'function setting(name: string) {\n  const value = process.env[name];\n  if (isBlank(value)) throw new Error(`${name} is missing`);\n  return value!;\n}',
    ],
    [
      'or fails in one expression',
      'function setting(name: string) {\n  const value = process.env[name];\n  return isBlank(value) ? fail(name) : value!;\n}',
    ],
    [
      'after a check in place',
      'function setting(name: string) {\n  if (isBlank(process.env[name])) throw new Error(name);\n  return process.env[name]!;\n}',
    ],
  ])('is followed where it gives the value %s', async (_, fn) => {
    const result = await after(files(fn), PATH);
    expect(result).toMatchObject({
      [PATH]: expect.stringContaining(
        "new BlobServiceClient(setting('AZURE_STORAGEBLOB_RESOURCEENDPOINT'), credential)",
      ) as unknown,
    });
  });

  it.each([
    ['another function makes of it', 'const setting = (name: string) => decrypt(process.env[name]!);'],
    [
      'another function makes of a variable',
      'function setting(name: string) {\n  const value = process.env[name]!;\n  return decrypt(value);\n}',
    ],
    [
      'a variable holds after that',
      'function setting(name: string) {\n  const value = decrypt(process.env[name]!);\n  return value;\n}',
    ],
    [
      'a variable gets after that',
      "function setting(name: string) {\n  let value = '';\n  value = decrypt(process.env[name]!);\n  return value;\n}",
    ],
    [
      'a template makes of it',
      'const setting = (name: string) => `${process.env[name]};EndpointSuffix=core.windows.net`;',
    ],
    ['a method makes of it', "const setting = (name: string) => process.env[name]!.replaceAll('_', '=');"],
    ['is a part of it', "const setting = (name: string) => process.env[name]!.split(' ')[0]!;"],
  ])('is not followed where it gives what %s', async (_, fn) => {
    expect(await findings(files(fn), PATH)).not.toEqual([]);
    expect(await after(files(fn), PATH)).not.toMatchObject({
      [PATH]: expect.stringContaining('RESOURCEENDPOINT') as unknown,
    });
  });
});
