import { describe, expect, it } from 'vitest';
import { after } from '../support/across';

const NEW = 'AZURE_STORAGEBLOB_RESOURCEENDPOINT';

/** What is before the client, after the migration. */
async function checkAfter(check: string, read = 'process.env.CONN'): Promise<string> {
  const head = "import { BlobServiceClient } from '@azure/storage-blob';\n";
  const text = `${head}${check}\nexport const client = BlobServiceClient.fromConnectionString(${read});\n`;
  const result = await after({ 'package.json': '{ "private": true }', 'a.ts': text }, 'a.ts');
  if (typeof result !== 'object') return result;
  const body = result?.['a.ts']?.split('new DefaultAzureCredential();\n').at(-1) ?? '';
  return body.slice(0, body.indexOf('\nexport const client'));
}

async function checkAfterCSharp(check: string, read = 'Environment.GetEnvironmentVariable("CONN")'): Promise<string> {
  const text = `using System;\nusing System.Text.RegularExpressions;\nusing Azure.Storage.Blobs;\n${check}\nvar client = new BlobServiceClient(${read});\n`;
  const result = await after({ 'A.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n', 'a.cs': text }, 'a.cs');
  if (typeof result !== 'object') return result;
  const body = result?.['a.cs']?.split('using Azure.Storage.Blobs;\n').at(-1) ?? '';
  return body.slice(0, body.indexOf('\nvar credential'));
}

describe('a check of the setting', () => {
  it.each([
    ['by in', "if (!('CONN' in process.env)) throw new Error();", `if (!('${NEW}' in process.env)) throw new Error();`],
    [
      'by hasOwn',
      "if (!Object.hasOwn(process.env, 'CONN')) throw new Error();",
      `if (!Object.hasOwn(process.env, '${NEW}')) throw new Error();`,
    ],
    [
      'by hasOwnProperty',
      "if (!process.env.hasOwnProperty('CONN')) throw new Error();",
      `if (!process.env.hasOwnProperty('${NEW}')) throw new Error();`,
    ],
    [
      'by the list of names',
      "if (!Object.keys(process.env).includes('CONN')) throw new Error();",
      `if (!Object.keys(process.env).includes('${NEW}')) throw new Error();`,
    ],
    [
      'for a word of the old value',
      "if (!process.env.CONN.includes('AccountKey=')) throw new Error('CONN');",
      `if (!process.env.${NEW}) throw new Error('${NEW}');`,
    ],
    [
      'by an expression',
      "if (!/AccountKey=/.test(process.env.CONN)) throw new Error('CONN');",
      `if (!process.env.${NEW}) throw new Error('${NEW}');`,
    ],
    [
      'for being there and long enough',
      "if (!process.env.CONN || process.env.CONN.length < 100) throw new Error('CONN');",
      `if (!process.env.${NEW}) throw new Error('${NEW}');`,
    ],
  ])('asks for the new one: %s', async (_, before, expected) => {
    expect(await checkAfter(before)).toBe(expected);
  });

  it('in a variable asks for the new one: an expression', async () => {
    expect(
      await checkAfter('const conn = process.env.CONN;\nif (!/AccountKey=/.test(conn)) throw new Error();', 'conn'),
    ).toBe(`const blobEndpoint = process.env.${NEW};\nif (!blobEndpoint) throw new Error();`);
  });

  it.each([
    [
      'in place',
      'if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CONN"))) throw new Exception("CONN");',
      `if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("${NEW}"))) throw new Exception("${NEW}");`,
    ],
    [
      'for a word of the old value',
      'if (!Environment.GetEnvironmentVariable("CONN").StartsWith("Default")) throw new Exception("CONN");',
      `if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("${NEW}"))) throw new Exception("${NEW}");`,
    ],
    [
      'in a variable of its own',
      'var has = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CONN"));',
      `var has = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("${NEW}"));`,
    ],
    [
      'in a list of names',
      'foreach (var name in new[] { "CONN", "OTHER" }) ArgumentException.ThrowIfNullOrEmpty(Environment.GetEnvironmentVariable(name));',
      `foreach (var name in new[] { "${NEW}", "OTHER" }) ArgumentException.ThrowIfNullOrEmpty(Environment.GetEnvironmentVariable(name));`,
    ],
  ])('of C# asks for the new one: %s', async (_, before, expected) => {
    expect(await checkAfterCSharp(before)).toBe(expected);
  });

  it.each([
    ['a word', 'if (conn == null || !conn.Contains("AccountKey=")) throw new Exception();', 'blobEndpoint == null'],
    [
      'a word, if it is there',
      'if (conn?.Contains("AccountKey=") != true) throw new Exception();',
      'string.IsNullOrEmpty(blobEndpoint)',
    ],
    [
      'an expression',
      'if (!Regex.IsMatch(conn, "AccountKey=")) throw new Exception();',
      'string.IsNullOrEmpty(blobEndpoint)',
    ],
    ['its length', 'if (conn == null || conn.Length < 100) throw new Exception();', 'blobEndpoint == null'],
    ['whether it is empty', 'if (conn.Length == 0) throw new Exception();', 'blobEndpoint.Length == 0'],
  ])('of C# in a variable asks for the new one: %s', async (_, before, expected) => {
    const check = `var conn = Environment.GetEnvironmentVariable("CONN");\n${before}`;
    expect(await checkAfterCSharp(check, 'conn')).toContain(`if (${expected}) throw new Exception();`);
  });
});

describe('.env, read by a function', () => {
  it.each([
    ['of the file', "import dotenv from 'dotenv';\nfunction load() { dotenv.config(); }\nload();"],
    ['of another file', "import { loadEnv } from './env.js';\nloadEnv();"],
  ])('is there before the credential is built: %s', async (_, before) => {
    const text = `import { BlobServiceClient } from '@azure/storage-blob';\n${before}\nexport const client = BlobServiceClient.fromConnectionString(process.env.CONN!);\n`;
    const result = await after({ 'package.json': '{ "private": true }', 'a.ts': text }, 'a.ts');
    const made = typeof result === 'object' ? (result?.['a.ts'] ?? '') : '';
    const call = before.slice(before.lastIndexOf('\n') + 1);
    expect(made.indexOf(`\n${call}\n`)).toBeGreaterThan(0);
    expect(made.indexOf('new DefaultAzureCredential()')).toBeGreaterThan(made.indexOf(`\n${call}\n`));
  });
});
