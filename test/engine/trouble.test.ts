import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { createEngine, createTools } from '../../src/engine/engine';
import { createRandom, identifiableKey } from '../support/fake-secrets';
import { memoryFiles } from '../support/memory-files';

const TYPESCRIPT = `import { BlobServiceClient } from "@azure/storage-blob";
export const c = BlobServiceClient.fromConnectionString(process.env.CONN!);
`;
const CSHARP = `using Azure.Storage.Blobs;
var c = new BlobServiceClient(System.Environment.GetEnvironmentVariable("S"));
`;

const engine = createEngine();

const look = async (path: string, text: string) => {
  const { findings, skipped, failed } = await engine.scan({ path, text });
  return { rules: findings.map(({ rule }) => rule), skipped: skipped && english(skipped), failed };
};

const sum = (terms: number): string => Array.from({ length: terms }, (_, i) => `"a${String(i)}"`).join(' + ');

describe('code that no parser can be trusted with', () => {
  test.each([
    ['brackets', 'a.ts', `${TYPESCRIPT}export const z = ${'['.repeat(1000)}${']'.repeat(1000)};\n`],
    ['braces of JavaScript', 'a.js', `${TYPESCRIPT}${'{'.repeat(1000)}${'}'.repeat(1000)}\n`],
    ['type arguments', 'a.ts', `${TYPESCRIPT}type Z = ${'A<'.repeat(5000)}\n`],
    ['brackets of C#', 'a.cs', `${CSHARP}var z = ${'('.repeat(3000)}1${')'.repeat(3000)};\n`],
    ['type arguments of C#', 'a.cs', `${CSHARP}var z = ${'A<'.repeat(15000)}\n`],
    ['type arguments on lines', 'a.cs', `${CSHARP}var z = ${'A<\n'.repeat(15000)}\n`],
  ])('%s: the file is skipped with a reason, and its text is searched all the same', async (_, path, text) => {
    const key = identifiableKey(createRandom(7), 64, '+ASt', '');
    const { rules, skipped, failed } = await look(path, `${text}// AccountName=contoso;AccountKey=${key}\n`);
    expect(rules).toEqual(['hardcoded/storage-connection-string']);
    expect({ skipped, failed }).toEqual({
      skipped: 'the code is nested too deeply: searched as text only',
      failed: true,
    });
  });

  test.each([
    ['a sum', 'a.ts', `${TYPESCRIPT}export const z = ${sum(8000)};\n`],
    ['a sum in JavaScript', 'a.js', `${TYPESCRIPT}export const z = ${sum(8000)};\n`],
    ['conditions', 'a.ts', `${TYPESCRIPT}export const z = ${'a?b:'.repeat(1500)}1;\n`],
    ['calls', 'a.ts', `${TYPESCRIPT}x${'.a'.repeat(4000)};\n`],
  ])('%s: the rest of the file is analysed, and a word says what was left out', async (_, path, text) => {
    expect(await look(path, text)).toEqual({
      rules: ['key-auth/storage-blob'],
      skipped: 'part of the code is nested too deeply: searched as text only',
      failed: true,
    });
  });

  test.each([
    ['no module', 'import { A } from < "b";\nnew A(process.env.KEY);\n'],
    ['a name in place of a module', 'import { A } from b;\nnew A(process.env.KEY);\n'],
    ['an import of all, without a module', 'import * as a from (1);\nnew a.A(process.env.KEY);\n'],
    ['a require of nothing', 'import a = require(b);\nnew a.A(process.env.KEY);\n'],
  ])('an import that is being typed is read: %s', async (_, code) => {
    expect(await look('a.ts', `${TYPESCRIPT}${code}`)).toEqual({
      rules: ['key-auth/storage-blob'],
      skipped: null,
      failed: false,
    });
  });

  test('no edit where a part of the file was left out: it may use the secret', async () => {
    const text = `${TYPESCRIPT}export const z = ${sum(8000)} + process.env.CONN;\n`;
    const { findings } = await engine.scan({ path: 'a.ts', text });
    expect(findings.map(({ fixes, refusal }) => [fixes, refusal?.id])).toEqual([[[], 'code-left-out']]);
    expect((await engine.plan({ path: 'a.ts', text }, 'all', 'identity')).kind).toBe('refusal');
  });

  test.each([
    ['a.ts', `${TYPESCRIPT}export const z = ${'['.repeat(40)}${']'.repeat(40)};\nexport const s = ${sum(450)};\n`],
    ['a.ts', `${TYPESCRIPT}export const z = [\n${"'(', '[', '{', // ((((\n".repeat(300)}];\n`],
    ['a.ts', `${TYPESCRIPT}export const z = a < b && ${'a < b || '.repeat(100)} true;\n`],
    ['a.cs', `${CSHARP}var z = ${sum(8000)};\n`],
    ['a.cs', `${CSHARP}var z = new[] { ${'"(", "[", \'{\', /* (( */ '.repeat(300)} };\n`],
    ['a.cs', `${CSHARP}if (a) {}\n${'else if (b) {}\n'.repeat(1000)}`],
  ])('%s: what people and generators write is no trouble', async (path, text) => {
    const { rules, skipped, failed } = await look(path, text);
    expect(rules).toMatchObject(['key-auth/storage-blob']);
    expect({ skipped, failed }).toEqual({ skipped: null, failed: false });
  });

  test('a file that others take constants from is left out alone', async () => {
    const files = memoryFiles({
      'App.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>',
      'Settings.cs': `static class Settings { public const string Conn = "x"; }\n${'A<'.repeat(15000)}`,
    });
    const text = 'using Azure.Storage.Blobs;\nvar c = new BlobServiceClient(Settings.Conn);\n';
    const { findings, failed } = await createEngine({ files }).scan({ path: 'Program.cs', text });
    expect(findings.map(({ rule }) => rule)).toEqual(['key-auth/storage-blob']);
    expect(failed).toBe(false);
  });

  test('a parser that broke down is replaced: the next file is read', async () => {
    const tools = createTools();
    const { languages } = await import('../../src/languages/index');
    const csharp = languages.find(({ id }) => id === 'csharp');
    if (!csharp) throw new Error('no C#');
    const own = createEngine({ tools });
    const scan = async (text: string) => (await own.scan({ path: 'a.cs', text })).findings.length;
    expect(await scan(CSHARP)).toBe(1);
    (await tools.load(csharp)).parser.lose();
    expect(await scan(`${CSHARP}// other\n`)).toBe(1);
    expect(await scan(CSHARP)).toBe(1);
  });

  test('code of more than 1 MB is trouble only where it names a package', async () => {
    const filler = `// ${'x'.repeat(100)}\n`.repeat(11_000);
    expect(await look('a.ts', TYPESCRIPT + filler)).toEqual({
      rules: [],
      skipped: 'code larger than 1 MB: searched as text only',
      failed: true,
    });
    expect(await look('a.ts', filler)).toEqual({ rules: [], skipped: null, failed: false });
  });
});
