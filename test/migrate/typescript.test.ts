import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { fill } from '../support/fill';
import { migrated } from '../support/migrated';

const engine = createEngine();

interface Case {
  readonly title: string;
  readonly file?: string;
  readonly before: string;
  /** The whole file after, the id of a refusal, or `silent`. */
  readonly after: string;
}

const rewritten: readonly Case[] = [
  {
    title: 'an import alias',
    before: `import { BlobServiceClient as Blobs } from '@azure/storage-blob';
export const client = Blobs.fromConnectionString('{{storage-connection-string:contoso}}');
`,
    after: `import { DefaultAzureCredential } from '@azure/identity';
import { BlobServiceClient as Blobs } from '@azure/storage-blob';

const credential = new DefaultAzureCredential();
export const client = new Blobs('https://contoso.blob.core.windows.net', credential);
`,
  },
  {
    title: 'a namespace import, and an identity namespace that is there already',
    before: `import * as identity from '@azure/identity';
import * as storage from '@azure/storage-blob';

export const client = storage.BlobServiceClient.fromConnectionString(process.env.CONN ?? '');
`,
    after: `import * as identity from '@azure/identity';
import * as storage from '@azure/storage-blob';

const credential = new identity.DefaultAzureCredential();

export const client = new storage.BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? '', credential);
`,
  },
  {
    title: 'a credential of an identity namespace in the place of another one',
    file: 'a.cjs',
    before: `const identity = require("@azure/identity");
const arm = require("@azure/arm-cognitiveservices");
const secret = new identity.ClientSecretCredential(process.env.TENANT, process.env.CLIENT, process.env.SECRET);
const client = new arm.CognitiveServicesManagementClient(secret, process.env.SUBSCRIPTION);
`,
    after: `const identity = require("@azure/identity");
const arm = require("@azure/arm-cognitiveservices");
const secret = new identity.DefaultAzureCredential();
const client = new arm.CognitiveServicesManagementClient(secret, process.env.SUBSCRIPTION);
`,
  },
  {
    title: 'a required module, without semicolons',
    file: 'a.cjs',
    before: `const storage = require("@azure/storage-blob")
const client = storage.BlobServiceClient.fromConnectionString(process.env["CONN"])
`,
    after: `const { DefaultAzureCredential } = require("@azure/identity")
const storage = require("@azure/storage-blob")

const credential = new DefaultAzureCredential()
const client = new storage.BlobServiceClient(process.env["AZURE_STORAGEBLOB_RESOURCEENDPOINT"], credential)
`,
  },
  {
    title: 'a shared credential that is there already',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const azure = new DefaultAzureCredential();
export const blobs = BlobServiceClient.fromConnectionString(process.env.CONN!);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const azure = new DefaultAzureCredential();
export const blobs = new BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, azure);
`,
  },
  {
    title: 'a name that is taken',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const credential = "mine";
const blobEndpoint = "mine";
const conn = process.env.CONN!;
export const blobs = [BlobServiceClient.fromConnectionString(conn), credential, blobEndpoint];
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const azureCredential = new DefaultAzureCredential();

const credential = "mine";
const blobEndpoint = "mine";
const blobEndpoint2 = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;
export const blobs = [new BlobServiceClient(blobEndpoint2, azureCredential), credential, blobEndpoint];
`,
  },
  {
    title: 'a destructured environment',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const { STORAGE_CONN, PORT } = process.env;
if (!STORAGE_CONN) {
  console.error("STORAGE_CONN is not set");
  process.exit(1);
}
export const client = BlobServiceClient.fromConnectionString(STORAGE_CONN);
export const port = Number(PORT);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const { PORT } = process.env;
const BLOB_ENDPOINT = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
if (!BLOB_ENDPOINT) {
  console.error("AZURE_STORAGEBLOB_RESOURCEENDPOINT is not set");
  process.exit(1);
}
export const client = new BlobServiceClient(BLOB_ENDPOINT, credential);
export const port = Number(PORT);
`,
  },
  {
    title: 'a destructured setting that stands alone, with another name',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const { STORAGE_CONN: conn } = process.env;
export const client = BlobServiceClient.fromConnectionString(conn!);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
export const client = new BlobServiceClient(blobEndpoint!, credential);
`,
  },
  {
    title: 'a destructured setting with a default',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const { STORAGE_CONN: conn = "" } = process.env;
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? "";
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a fallback that names the setting',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { fail } from "./fail";

const conn = process.env.CONN ?? fail("CONN is missing");
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
import { fail } from "./fail";

const credential = new DefaultAzureCredential();

const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? fail("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a variable that something else still reads',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { audit } from "./audit";

const conn = process.env.CONN;
if (!conn) throw new Error("CONN");
audit(conn);
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
import { audit } from "./audit";

const credential = new DefaultAzureCredential();

const conn = process.env.CONN;
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
if (!conn || !blobEndpoint) throw new Error("CONN");
audit(conn);
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a connection string put together from parts',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const account = process.env.STORAGE_ACCOUNT!;
const key = process.env.STORAGE_KEY!;
const conn = \`DefaultEndpointsProtocol=https;AccountName=\${account};AccountKey=\${key};EndpointSuffix=core.windows.net\`;

export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const account = process.env.STORAGE_ACCOUNT!;
const blobEndpoint = \`https://\${account}.blob.core.windows.net\`;

export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'another cloud, and a SAS connection string',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString("BlobEndpoint=https://contoso.blob.core.chinacloudapi.cn/;SharedAccessSignature={{storage-sas}}");
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
export const client = new BlobServiceClient("https://contoso.blob.core.chinacloudapi.cn", credential);
`,
  },
  {
    title: 'several declarators, comments and options that stay',
    before: `import { ContainerClient, newPipeline, StorageSharedKeyCredential } from "@azure/storage-blob";

const url = "https://contoso.blob.core.windows.net/photos", key = process.env.KEY!, name = "contoso";
const pipeline = newPipeline(
  new StorageSharedKeyCredential(name, key), // the account's key
  { retryOptions: { maxTries: 4 } /* four */ },
);
export const container = new ContainerClient(url, pipeline);
export { name };
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { ContainerClient, newPipeline } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const url = "https://contoso.blob.core.windows.net/photos", name = "contoso";
const pipeline = newPipeline(
  credential, // the account's key
  { retryOptions: { maxTries: 4 } /* four */ },
);
export const container = new ContainerClient(url, pipeline);
export { name };
`,
  },
  {
    title: 'comments of what goes, not of what stays',
    before: `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";

// Get environment variables
const key = process.env.KEY!;
const name = process.env.NAME!;

// Create the credential
const shared = new StorageSharedKeyCredential(name, key);

// Create the client
export const client = new BlobServiceClient(\`https://\${name}.blob.core.windows.net\`, shared);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

// Get environment variables
const name = process.env.NAME!;

// Create the client
export const client = new BlobServiceClient(\`https://\${name}.blob.core.windows.net\`, credential);
`,
  },
  {
    title: 'a placeholder stays a placeholder',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

const conn = "<your connection string>";
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const blobEndpoint = "https://<account>.blob.core.windows.net";
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a configuration service',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

export const connect = (configService: { get<T>(name: string): T }) => {
  const conn = configService.get<string>("STORAGE_CONN");
  return BlobServiceClient.fromConnectionString(conn);
};
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export const connect = (configService: { get<T>(name: string): T }) => {
  const blobEndpoint = configService.get<string>("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
  return new BlobServiceClient(blobEndpoint, credential);
};
`,
  },
];

const refused: readonly Case[] = [
  {
    title: 'a ternary that chooses already',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
const conn = process.env.CONN;
export const client = conn ? BlobServiceClient.fromConnectionString(conn) : new BlobServiceClient(process.env.URL!, new DefaultAzureCredential());
`,
    after: 'dual-path',
  },
  {
    title: 'an early return that chooses already',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
export function client(local: boolean) {
  if (!local) return new BlobServiceClient(process.env.URL!, new DefaultAzureCredential());
  return BlobServiceClient.fromConnectionString(process.env.CONN!);
}
`,
    after: 'dual-path',
  },
  {
    title: 'a parameter',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const connect = (conn: string) => BlobServiceClient.fromConnectionString(conn);
`,
    after: 'secret-from-parameter',
  },
  {
    title: 'another file',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { conn } from "./settings";
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: 'secret-from-elsewhere',
  },
  {
    title: 'an exported secret',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const conn = process.env.CONN!;
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: 'secret-exported',
  },
  {
    title: 'a secret written twice',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
let conn = process.env.CONN!;
conn = conn.trim();
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: 'secret-reassigned',
  },
  {
    title: 'a connection string taken apart by hand',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const conn = process.env.CONN!;
export const account = conn.split(";")[1];
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: 'parsed-by-hand',
  },
  {
    title: 'a key credential that leaves the file',
    before: `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
export const key = new StorageSharedKeyCredential("contoso", process.env.KEY!);
export const client = new BlobServiceClient("https://contoso.blob.core.windows.net", key);
`,
    after: 'credential-elsewhere',
  },
  {
    title: 'a client that signs a SAS by itself',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const client = BlobServiceClient.fromConnectionString(process.env.CONN!);
export const url = (options: never) => client.getContainerClient("photos").getBlobClient("cat").generateSasUrl(options);
`,
    after: 'sas-needs-user-delegation-key',
  },
  {
    title: 'code for the browser',
    before: `"use client";
import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString(process.env.NEXT_PUBLIC_CONN!);
`,
    after: 'client-side',
  },
  {
    title: 'a fallback to the emulator',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString(process.env.CONN || "UseDevelopmentStorage=true");
`,
    after: 'emulator-fallback',
  },
  {
    title: 'a destructured fallback to the emulator',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const { CONN = "UseDevelopmentStorage=true" } = process.env;
export const client = BlobServiceClient.fromConnectionString(CONN);
`,
    after: 'emulator-fallback',
  },
  {
    title: 'a statement that does not parse yet',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString(process.env.CONN!, {;
`,
    after: 'parse-error',
  },
  {
    title: 'a tenant chosen per call',
    before: `import { ClientSecretCredential } from "@azure/identity";
export const forTenant = (tenantId: string) => new ClientSecretCredential(tenantId, process.env.ID!, process.env.SECRET!);
`,
    after: 'tenant-per-call',
  },
];

const silent: readonly Case[] = [
  {
    title: 'a class of the same name from another package',
    before: `import { BlobServiceClient } from "./blobs";
export const client = BlobServiceClient.fromConnectionString(process.env.CONN!);
`,
    after: 'silent',
  },
  {
    title: 'a local class that hides the import',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export function make(BlobServiceClient: { fromConnectionString(text: string): unknown }) {
  return BlobServiceClient.fromConnectionString(process.env.CONN!);
}
export type Client = BlobServiceClient;
`,
    after: 'silent',
  },
  {
    title: 'a token credential',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient, ContainerClient } from "@azure/storage-blob";
const credential = new DefaultAzureCredential();
export const client = new BlobServiceClient("https://contoso.blob.core.windows.net", credential);
export const container = (url: string, cred: unknown) => new ContainerClient(url, cred as never);
`,
    after: 'silent',
  },
  {
    title: 'the emulator',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString("UseDevelopmentStorage=true");
`,
    after: 'silent',
  },
  {
    title: 'code in a comment and in a template shown on screen',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
// const client = BlobServiceClient.fromConnectionString(process.env.CONN);
export const help = \`BlobServiceClient.fromConnectionString(process.env.CONN)\`;
export type Client = BlobServiceClient;
`,
    after: 'silent',
  },
];

describe('an identity migration', () => {
  it.each(rewritten)('rewrites $title', async ({ file = 'a.ts', before, after }) => {
    expect(await migrated(engine, file, before)).toBe(fill(after));
  });

  it.each(refused)('refuses $title', async ({ file = 'a.ts', before, after }) => {
    expect(await migrated(engine, file, before)).toBe(after);
  });

  it.each(silent)('has nothing to say about $title', async ({ file = 'a.ts', before, after }) => {
    expect(await migrated(engine, file, before)).toBe(after);
  });

  it.each([
    ['ManagedIdentityCredential', 'new ManagedIdentityCredential()'],
    ['userAssigned', 'new DefaultAzureCredential({ managedIdentityClientId: process.env.AZURE_CLIENT_ID })'],
    ['pinned', "new DefaultAzureCredential({ requiredEnvVars: ['AZURE_TOKEN_CREDENTIALS'] })"],
  ] as const)('builds the credential that was chosen: %s', async (choice, code) => {
    const before = `import { BlobServiceClient } from '@azure/storage-blob';\nexport const client = BlobServiceClient.fromConnectionString(process.env.CONN!);\n`;
    expect(await migrated(engine, 'a.ts', before, choice)).toContain(`const credential = ${code};`);
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['tabs', (text: string) => text.replaceAll('  ', '\t')],
  ])('keeps %s', async (_name, style) => {
    const before = `import { BlobServiceClient } from "@azure/storage-blob";

const conn = process.env.CONN;
if (!conn) {
  throw new Error("CONN is missing");
}
export const client = BlobServiceClient.fromConnectionString(conn);
`;
    expect(await migrated(engine, 'a.ts', style(before))).toBe(style(await migrated(engine, 'a.ts', before)));
  });
});
