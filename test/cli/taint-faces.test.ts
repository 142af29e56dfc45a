import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Files } from '../../src/core/files';
import { createEngine, createTools } from '../../src/engine/engine';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { createFake } from '../support/fake-secrets';
import { taintOf } from '../support/taint';
import { cli, project } from './project';

const parsers = createTools();
const tools = {
  engine: createEngine({ tools: parsers }),
  engineFor: (files: Files) => createEngine({ files, tools: parsers }),
  renderMarkdown,
};
const fake = createFake(44);
const inPath = fake.entraClientSecret();
const inCode = fake.storageKey();
const inTemplate = fake.entraClientSecret();
const NO_TEXT = `client_secret=${inPath}.ts`;
const secrets = [inPath, inCode, inTemplate];
const taint = taintOf(secrets);

const IMPORT = "import { BlobServiceClient } from '@azure/storage-blob';\n";
const connection = (key: string): string => `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${key}`;

/** A project with values as they are and encoded, and with one in the name of a folder and of a hidden one. */
const files = (): Record<string, string | Uint8Array> => ({
  [`client_secret=${inPath}/a.ts`]: `${IMPORT}export const c = BlobServiceClient.fromConnectionString('${connection(inCode)}');\n`,
  [`.client_secret=${inPath}.env`]: `AZURE_STORAGE_CONNECTION_STRING=${connection(inCode)}\n`,
  [NO_TEXT]: Uint8Array.of(97, 0, 98),
  'encoded.ts': `export const a = '${encodeURIComponent(connection(inCode))}';\nexport const b = '${Buffer.from(connection(inCode)).toString('base64')}';\nexport const c = '${Buffer.from(inCode).toString('hex')}';\n`,
  'main.tf': `provider "azurerm" {\n  features {}\n  tenant_id     = "${fake.guid()}"\n  client_id     = "${fake.guid()}"\n  client_secret = "${inTemplate}"\n}\n`,
  'broken.ts': `${IMPORT}const c = BlobServiceClient.fromConnectionString('${connection(inCode)}\n((((`,
});

test.each([
  [['scan', '.']],
  [['scan', '--no-ignore', '--format', 'json', '.']],
  [['scan', '--format', 'sarif', '.']],
  [['scan', '--baseline', `client_secret=${inPath}`, '.']],
  [['scan', `client_secret=${inPath}`, `missing/client_secret=${inPath}.txt`]],
  [['scan', `--client_secret=${inPath}`, '.']],
  [['scan', '--format', `client_secret=${inPath}`, '.']],
  [['migrate', '.']],
  [['migrate', '--only', 'code', '.']],
  [['migrate', '--to', 'key-vault', '.']],
  [['migrate', '--rule', `client_secret=${inPath}`, '.']],
  [['migrate', `client_secret=${inPath}/a.ts`]],
  [['explain', `client_secret=${inPath}`]],
  [['explain', 'storage-blob', '--host', `client_secret=${inPath}`]],
  [['explain', 'storage-blob', `client_secret=${inPath}`]],
  [['report', '.']],
  [['report', '--format', 'html', `client_secret=${inPath}`]],
  [['report', '--progress', `client_secret=${inPath}`, '.']],
  [['report', '--out', `gone/client_secret=${inPath}`, '.']],
  [['baseline', '--output', `gone/client_secret=${inPath}`, '.']],
  [['baseline', '.']],
  [[`client_secret=${inPath}`]],
  [['migrate', '--write', '--only', 'code', '.']],
])('the command line shows nothing of a value, in a path, an argument or an error: row %#', async (args) => {
  const root = project(files());
  const { stdout, stderr } = await cli(root, args, tools);
  expect(taint(stdout)).toBe(0);
  expect(taint(stderr)).toBe(0);
});

test('a baseline and a report that are written hold nothing of a value, of a path either', async () => {
  // With a file that cannot be read, no baseline is written.
  const root = project(Object.fromEntries(Object.entries(files()).filter(([name]) => name !== NO_TEXT)));
  mkdirSync(join(root, 'out'));
  await cli(root, ['baseline', '--output', 'out/b.json', '.'], tools);
  await cli(root, ['report', '--out', 'out/r.md', '.'], tools);
  await cli(root, ['report', '--format', 'html', '--out', 'out/r.html', '.'], tools);
  for (const file of ['b.json', 'r.md', 'r.html'])
    expect(taint(readFileSync(join(root, 'out', file), 'utf8')), file).toBe(0);
  writeFileSync(join(root, 'out/b.json'), `{"${inCode}"`);
  const { stderr } = await cli(root, ['scan', '--baseline', 'out/b.json', '.'], tools);
  expect(taint(stderr)).toBe(0);
});
