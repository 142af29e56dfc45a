import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { migrated } from '../support/migrated';

const engine = createEngine();

const BLOBS = `import { BlobServiceClient } from "@azure/storage-blob";
`;
const AFTER = `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
`;
const SEARCH = `import { SearchClient, AzureKeyCredential } from "@azure/search-documents";
`;
const SEARCH_AFTER = `import { DefaultAzureCredential } from "@azure/identity";
import { SearchClient } from "@azure/search-documents";

const credential = new DefaultAzureCredential();
`;

const moved: readonly (readonly [title: string, before: string, after: string])[] = [
  [
    'one of several properties',
    `${BLOBS}
const settings = { secret: process.env.STORAGE_CONN!, container: "x" };
const { secret, container } = settings;
export const client = BlobServiceClient.fromConnectionString(secret).getContainerClient(container);
`,
    `${AFTER}
const settings = { container: "x" };
const { container } = settings;
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;
export const client = new BlobServiceClient(blobEndpoint, credential).getContainerClient(container);
`,
  ],
  [
    'a property of an object inside, within a function and under another name',
    `${BLOBS}
const settings = { storage: { secret: process.env.STORAGE_CONN ?? "", container: "x" } };
export function open() {
  const { secret: value } = settings.storage;
  return BlobServiceClient.fromConnectionString(value);
}
`,
    `${AFTER}
export function open() {
  const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? "";
  return new BlobServiceClient(blobEndpoint, credential);
}
`,
  ],
  [
    'a key, which goes',
    `${SEARCH}
const settings = { endpoint: process.env.SEARCH_ENDPOINT!, key: process.env.SEARCH_KEY! };
const { endpoint, key } = settings;
export const client = new SearchClient(endpoint, "docs", new AzureKeyCredential(key));
`,
    `${SEARCH_AFTER}
const settings = { endpoint: process.env.SEARCH_ENDPOINT! };
const { endpoint } = settings;
export const client = new SearchClient(endpoint, "docs", credential);
`,
  ],
];

const stays: readonly (readonly [title: string, before: string, reason: string])[] = [
  [
    'what else reads the whole object',
    `${BLOBS}
const settings = { secret: process.env.STORAGE_CONN! };
const { secret } = settings;
export const client = BlobServiceClient.fromConnectionString(secret);
console.log(Object.keys(settings));
`,
    'secret-from-options',
  ],
  [
    'a default of its own',
    `${BLOBS}
const settings = { secret: process.env.STORAGE_CONN };
const { secret = "" } = settings;
export const client = BlobServiceClient.fromConnectionString(secret);
`,
    'secret-from-elsewhere',
  ],
];

const choices: readonly (readonly [title: string, code: string])[] = [
  [
    'a return above one that asks a function of the file',
    `
function withIdentity() {
  return new BlobServiceClient(process.env.BLOB_URL!, new DefaultAzureCredential());
}
export function open() {
  const secret = process.env.STORAGE_CONN;
  if (secret) return BlobServiceClient.fromConnectionString(secret);
  return withIdentity();
}
`,
  ],
  [
    'functions for both, asked for by a condition',
    `
const withKey = () => BlobServiceClient.fromConnectionString(process.env.STORAGE_CONN!);
const withIdentity = () => new BlobServiceClient(process.env.BLOB_URL!, new DefaultAzureCredential());
export const open = () => (process.env.USE_KEY ? withKey() : withIdentity());
`,
  ],
];

describe('a secret that is taken out of an object of the file', () => {
  it.each(moved)('%s', async (_title, before, after) => {
    expect(await migrated(engine, 'a.ts', before)).toBe(after);
  });

  it.each(stays)('refuses %s', async (_title, before, reason) => {
    expect(await migrated(engine, 'a.ts', before)).toBe(reason);
  });
});

describe('a choice between functions of the file', () => {
  it.each(choices)('is %s', async (_title, code) => {
    const imports = `${BLOBS}import { DefaultAzureCredential } from "@azure/identity";\n`;
    expect(await migrated(engine, 'a.ts', imports + code)).toBe('dual-path');
  });

  it('is none where the two make clients of their own', async () => {
    const imports = `${BLOBS}import { DefaultAzureCredential } from "@azure/identity";\n`;
    const code = `
const logs = () => new BlobServiceClient(process.env.LOGS_URL!, new DefaultAzureCredential());
export const both = () => [BlobServiceClient.fromConnectionString(process.env.STORAGE_CONN!), logs()];
`;
    expect(await migrated(engine, 'a.ts', imports + code)).toContain('AZURE_STORAGEBLOB_RESOURCEENDPOINT');
  });
});
