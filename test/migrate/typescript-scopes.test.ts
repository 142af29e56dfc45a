import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { engineOver } from '../support/engine-over';
import { edited, migrated } from '../support/migrated';

const engine = createEngine();

interface Case {
  readonly title: string;
  readonly file?: string;
  readonly before: string;
  /** What the file has after, in this order, each after the one before. */
  readonly has: readonly string[];
  readonly lacks?: readonly string[];
}

const BLOB = `import { BlobServiceClient } from '@azure/storage-blob';\n`;
const BUS = `import { ServiceBusClient } from '@azure/service-bus';\n`;
const SEARCH = `import { SearchIndexClient, AzureKeyCredential } from '@azure/search-documents';\n`;
const MADE = 'const credential = new DefaultAzureCredential()';

const placed: readonly Case[] = [
  {
    title: 'above its first use, whatever is imported below',
    before: `${BLOB}
export const client = BlobServiceClient.fromConnectionString(process.env.CONN!);

import type { Server } from 'node:http';
export let server: Server | undefined;
`,
    has: [MADE, 'new BlobServiceClient(', 'import type { Server }'],
  },
  {
    title: 'below a require of the package that stood further down, which moves up',
    file: 'a.cjs',
    before: `const { ServiceBusClient } = require('@azure/service-bus');

const client = new ServiceBusClient(process.env.CONN);
const { DefaultAzureCredential } = require('@azure/identity');
module.exports = { client, make: () => new DefaultAzureCredential() };
`,
    has: ["= require('@azure/identity')", MADE, 'new ServiceBusClient(', 'make: () =>'],
  },
  {
    title: 'below the call that reads .env, however that is imported',
    before: `import { config as readSettings } from 'dotenv';
${BUS}
const folder = '/etc/app';
readSettings({ path: folder });

export const client = new ServiceBusClient(process.env.CONN!);
`,
    has: ['readSettings({', MADE, 'new ServiceBusClient('],
  },
  {
    title: 'below process.loadEnvFile()',
    before: `${BUS}
process.loadEnvFile();
export const client = new ServiceBusClient(process.env.CONN!);
`,
    has: ['loadEnvFile();', MADE, 'new ServiceBusClient('],
  },
  {
    title: 'under its usual name, whatever a function that does not use it calls so',
    before: `${BUS}
export const show = (credential: string) => console.log(credential);
export const client = new ServiceBusClient(process.env.CONN!);
`,
    has: [MADE, 'AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE!, credential)'],
  },
  {
    title: 'under another name where the usual one means something else',
    before: `${BUS}
export function open(credential: string) {
  console.log(credential);
  return new ServiceBusClient(process.env.CONN!);
}
`,
    has: ['const azureCredential = new DefaultAzureCredential()', '!, azureCredential)'],
  },
  {
    title: 'in the place and under the name of the key credential that goes',
    before: `${SEARCH}
const credential: AzureKeyCredential = new AzureKeyCredential(process.env.SEARCH_KEY!);
export const client = new SearchIndexClient('https://contoso.search.windows.net', credential);
`,
    has: ['const credential: DefaultAzureCredential = new DefaultAzureCredential();\nexport const client'],
    lacks: ['AzureKeyCredential('],
  },
  {
    title: 'in the field that held the key credential',
    before: `${SEARCH}
export class Search {
  private readonly login = new AzureKeyCredential(process.env.SEARCH_KEY!);
  readonly client = new SearchIndexClient('https://contoso.search.windows.net', this.login);
}
`,
    has: ['private readonly login = new DefaultAzureCredential();', 'this.login)'],
    lacks: ['AzureKeyCredential('],
  },
  {
    title: 'with a package that a function requires',
    file: 'a.cjs',
    before: `module.exports = async function (context) {
  const { BlobServiceClient } = require('@azure/storage-blob');
  context.res = { body: BlobServiceClient.fromConnectionString(process.env.CONN).accountName };
};
`,
    has: [MADE, "BlobServiceClient } = require('@azure/storage-blob')", 'new BlobServiceClient('],
  },
  {
    title: 'with a package that is loaded when it is needed',
    before: `export async function open() {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  return BlobServiceClient.fromConnectionString(process.env.CONN!);
}
`,
    has: [MADE, 'new BlobServiceClient('],
  },
];

const gone: readonly Case[] = [
  {
    title: 'a helper with what it imports',
    before: `import process from 'node:process';
${SEARCH}
function required(name: string): string {
  return process.env[name] ?? '';
}

export const client = new SearchIndexClient('https://contoso.search.windows.net', new AzureKeyCredential(required('KEY')));
`,
    has: ['new SearchIndexClient('],
    lacks: ['required', 'node:process', 'AzureKeyCredential('],
  },
  {
    title: 'the assertion of the key with its import',
    before: `import assert from 'node:assert';
${SEARCH}
const key = process.env.SEARCH_KEY;
assert(key, 'no key');
export const client = new SearchIndexClient('https://contoso.search.windows.net', new AzureKeyCredential(key));
`,
    has: ['new SearchIndexClient('],
    lacks: ['assert'],
  },
  {
    title: 'the documentation of the key, and not that of its neighbour',
    before: `${SEARCH}
/** The admin key. */
const key = process.env.SEARCH_KEY!;
/** The names. */
export const names = ['docs'];

export const client = new SearchIndexClient('https://contoso.search.windows.net', new AzureKeyCredential(key));
`,
    has: ['/** The names. */'],
    lacks: ['admin key'],
  },
  {
    title: 'a function that builds the key credential',
    before: `${SEARCH}
function login() {
  return new AzureKeyCredential(process.env.SEARCH_KEY!);
}
export const client = new SearchIndexClient('https://contoso.search.windows.net', login());
`,
    has: [MADE, "search.windows.net', credential)"],
    lacks: ['login'],
  },
];

const kept: readonly Case[] = [
  {
    title: 'two arguments where the secret stood in round brackets',
    before: `${BUS}\nexport const client = new ServiceBusClient((process.env.CONN || ''), { retryOptions: { maxRetries: 2 } });\n`,
    has: ["(process.env.AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE || '', credential, { retryOptions"],
  },
  {
    title: 'a default at the place of use',
    before: `${BUS}
const connection = process.env.CONN;
const fail = (): never => {
  throw new Error('none');
};
export const client = new ServiceBusClient(connection ?? fail());
`,
    has: ['(fullyQualifiedNamespace ?? fail(), credential)'],
  },
  {
    title: 'the check of a value that goes on under another name',
    before: `${BLOB}
const raw = process.env.CONN;
if (!raw) throw new Error('CONN is not set');
const connection: string = raw;
export const open = () => BlobServiceClient.fromConnectionString(connection);
`,
    has: ["if (!raw) throw new Error('AZURE_STORAGEBLOB_RESOURCEENDPOINT is not set')", 'blobEndpoint: string = raw'],
  },
  {
    title: 'a check of the setting in place, on the new setting',
    before: `${BLOB}
export function open() {
  if (!process.env.CONN) return null;
  return BlobServiceClient.fromConnectionString(process.env.CONN);
}
`,
    has: ['if (!process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT) return null'],
    lacks: ['CONN)'],
  },
  {
    title: 'a list of the settings that must be there',
    before: `${BLOB}
for (const name of ['CONN', 'CONTAINER']) if (!process.env[name]) throw new Error(name);
export const client = BlobServiceClient.fromConnectionString(process.env.CONN!);
`,
    has: ["['AZURE_STORAGEBLOB_RESOURCEENDPOINT', 'CONTAINER']"],
  },
  {
    title: 'a check of the form, as a check of the endpoint',
    before: `${BLOB}
const connection = process.env.CONN;
if (!connection || !connection.startsWith('DefaultEndpoints')) throw new Error('CONN');
export const client = BlobServiceClient.fromConnectionString(connection);
`,
    has: ['if (!blobEndpoint) throw'],
  },
  {
    title: 'a warning',
    before: `${BLOB}
const connection = process.env.CONN ?? '';
if (!connection) console.warn('CONN is missing');
export const client = BlobServiceClient.fromConnectionString(connection);
`,
    has: ["if (!blobEndpoint) console.warn('AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing')"],
  },
  {
    title: 'a client that is only there with its setting',
    before: `${BLOB}
const connection = process.env.CONN;
export const client = connection ? BlobServiceClient.fromConnectionString(connection) : undefined;
`,
    has: ['blobEndpoint ? new BlobServiceClient(blobEndpoint, credential) : undefined'],
  },
  {
    title: 'what makes a text of the setting',
    before: `${BLOB}\nexport const client = BlobServiceClient.fromConnectionString(String(process.env.CONN).trim());\n`,
    has: ['String(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT).trim(), credential)'],
  },
  {
    title: 'the comment of an argument, with that argument',
    before: `${BUS}
export const client = new ServiceBusClient(
  process.env.CONN!, // the namespace
  {}, // no options
);
`,
    has: ['! , // the namespace\n  credential,\n  {}, // no options'.replace('! ,', '!,')],
  },
];

const refused: readonly (readonly [title: string, before: string, id: string])[] = [
  [
    'a second setting behind the first',
    `${BLOB}\nexport const client = BlobServiceClient.fromConnectionString(process.env.A || process.env.B || '');\n`,
    'setting-chain',
  ],
  [
    'an argument of the command behind the setting',
    `${BLOB}\nexport const client = BlobServiceClient.fromConnectionString(process.env.A ?? process.argv[2]);\n`,
    'setting-chain',
  ],
  [
    'a client with a credential below a branch that returns',
    `import { DefaultAzureCredential } from '@azure/identity';
${BUS}
export function open(mode: string) {
  if (mode === 'key') {
    return new ServiceBusClient(process.env.CONN!);
  }
  return new ServiceBusClient(process.env.HOST!, new DefaultAzureCredential());
}
`,
    'dual-path',
  ],
  [
    'two applications in one file',
    `import { ClientSecretCredential } from '@azure/identity';
const own = new ClientSecretCredential(process.env.T!, process.env.A!, process.env.SECRET_A!);
const other = new ClientSecretCredential(process.env.T!, process.env.B!, process.env.SECRET_B!);
export { own, other };
`,
    'several-principals',
  ],
];

describe('a credential is declared', () => {
  it.each(placed)('$title', (one) => expectParts(one));
});

describe('what only the secret needed goes', () => {
  it.each(gone)('$title', (one) => expectParts(one));

  it('with the import of a configuration that nothing else of is read', async () => {
    const files = {
      'config.ts': 'export const config = { searchKey: process.env.SEARCH_KEY!, size: 20 };\n',
      'main.ts': "import { config } from './config';\nconsole.log(config.size);\n",
      'a.ts': `${SEARCH}import { config } from './config';\n
export const client = new SearchIndexClient('https://contoso.search.windows.net', new AzureKeyCredential(config.searchKey));
`,
    };
    const document = { path: 'a.ts', text: files['a.ts'] };
    const plan = await engineOver(files).plan(document, 'all', 'identity');
    expect(plan.kind).toBe('migration');
    if (plan.kind === 'migration') expect(edited(document, plan)).not.toContain('config');
  });
});

describe('what a person wrote round the secret stays', () => {
  it.each(kept)('$title', (one) => expectParts(one));
});

describe('a rewrite is refused for', () => {
  it.each(refused)('%s', async (_, before, id) => {
    expect(await migrated(engine, 'a.ts', before)).toBe(id);
  });
});

async function expectParts({ file = 'a.ts', before, has, lacks = [] }: Case): Promise<void> {
  const after = await migrated(engine, file, before);
  let from = 0;
  for (const part of has) {
    const found = after.indexOf(part, from);
    expect(found, `${part}\nin\n${after}`).toBeGreaterThanOrEqual(0);
    from = found + part.length;
  }
  for (const part of lacks) expect(after).not.toContain(part);
}
