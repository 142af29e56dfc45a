import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { fill } from '../support/fill';
import { migrated } from '../support/migrated';

const engine = createEngine();

const BLOBS = `import { BlobServiceClient } from "@azure/storage-blob";
`;
const AFTER = `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
`;
const KEYS = `import { TextAnalyticsClient, AzureKeyCredential } from "@azure/ai-text-analytics";
`;
const KEYS_AFTER = `import { TextAnalyticsClient } from "@azure/ai-text-analytics";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();
`;

interface Shape {
  readonly title: string;
  readonly path?: string;
  readonly before: string;
  readonly after: string;
}

const blobs = (title: string, before: string, after: string, path = 'a.ts'): Shape => ({
  title,
  path,
  before: BLOBS + before,
  after: AFTER + after,
});
const keys = (title: string, before: string, after: string, path = 'a.ts'): Shape => ({
  title,
  path,
  before: KEYS + before,
  after: KEYS_AFTER + after,
});

const followed: readonly Shape[] = [
  blobs(
    'a function of the file',
    `function open(connectionString: string) {
  return BlobServiceClient.fromConnectionString(connectionString);
}
export const client = open(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`,
    `function open(blobEndpoint: string) {
  return new BlobServiceClient(blobEndpoint, credential);
}
export const client = open(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
`,
  ),
  blobs(
    'a variable of the caller, a guard, and what documents it',
    `/**
 * Opens the account.
 * @param {string} conn the connection string of the account
 * @param {string} name the container
 */
function open(conn, name) {
  if (!conn) throw new Error("no connection string");
  return BlobServiceClient.fromConnectionString(conn).getContainerClient(name);
}
const secret = process.env.AZURE_STORAGE_CONNECTION_STRING;
module.exports = [open(secret, "a"), open(secret, "b")];
`,
    `/**
 * Opens the account.
 * @param {string} blobEndpoint the endpoint of the account
 * @param {string} name the container
 */
function open(blobEndpoint, name) {
  if (!blobEndpoint) throw new Error("no endpoint");
  return new BlobServiceClient(blobEndpoint, credential).getContainerClient(name);
}
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
module.exports = [open(blobEndpoint, "a"), open(blobEndpoint, "b")];
`,
    'a.js',
  ),
  blobs(
    'an arrow function in a constant, given literals of two accounts',
    `const open = (conn: string) => BlobServiceClient.fromConnectionString(conn);
export const one = open("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey={storage};EndpointSuffix=core.windows.net");
export const two = open("DefaultEndpointsProtocol=https;AccountName=fabrikam;AccountKey={storage};EndpointSuffix=core.windows.net");
`,
    `const open = (blobEndpoint: string) => new BlobServiceClient(blobEndpoint, credential);
export const one = open("https://contoso.blob.core.windows.net");
export const two = open("https://fabrikam.blob.core.windows.net");
`,
  ),
  blobs(
    'a private method',
    `export class Store {
  readonly client = this.open(process.env.AZURE_STORAGE_CONNECTION_STRING!);
  private open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }
}
`,
    `export class Store {
  readonly client = this.open(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
  private open(blobEndpoint: string) { return new BlobServiceClient(blobEndpoint, credential); }
}
`,
  ),
  blobs(
    'a method with a hash',
    `export class Store {
  start() { this.client = this.#open(process.env.AZURE_STORAGE_CONNECTION_STRING); }
  #open(conn) { return BlobServiceClient.fromConnectionString(conn); }
}
`,
    `export class Store {
  start() { this.client = this.#open(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT); }
  #open(blobEndpoint) { return new BlobServiceClient(blobEndpoint, credential); }
}
`,
    'a.js',
  ),
  blobs(
    'a static method of a class of the file',
    `class Clients {
  static blobs(conn: string) { return BlobServiceClient.fromConnectionString(conn); }
}
export const client = Clients.blobs(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`,
    `class Clients {
  static blobs(blobEndpoint: string) { return new BlobServiceClient(blobEndpoint, credential); }
}
export const client = Clients.blobs(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
`,
  ),
  blobs(
    'the constructor of a class of the file, with a field',
    `class Store {
  private readonly conn: string;
  constructor(conn: string) {
    this.conn = conn;
  }
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
export const store = new Store(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`,
    `class Store {
  private readonly blobEndpoint: string;
  constructor(blobEndpoint: string) {
    this.blobEndpoint = blobEndpoint;
  }
  open() { return new BlobServiceClient(this.blobEndpoint, credential); }
}
export const store = new Store(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
`,
  ),
  blobs(
    'a constructor that keeps nothing but the client',
    `class Store {
  constructor(conn, name) {
    this.client = BlobServiceClient.fromConnectionString(conn).getContainerClient(name);
  }
}
module.exports = new Store(process.env.AZURE_STORAGE_CONNECTION_STRING, "images");
`,
    `class Store {
  constructor(blobEndpoint, name) {
    this.client = new BlobServiceClient(blobEndpoint, credential).getContainerClient(name);
  }
}
module.exports = new Store(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT, "images");
`,
    'a.js',
  ),
  blobs(
    'a field that is a parameter of the constructor',
    `class Store {
  constructor(private readonly conn: string) {}
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
export const store = new Store(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`,
    `class Store {
  constructor(private readonly blobEndpoint: string) {}
  open() { return new BlobServiceClient(this.blobEndpoint, credential); }
}
export const store = new Store(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
`,
  ),
  blobs(
    'one function after another',
    `function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }
function start(secret: string) { return open(secret); }
export const client = start(process.env.AZURE_STORAGE_CONNECTION_STRING!);
`,
    `function open(blobEndpoint: string) { return new BlobServiceClient(blobEndpoint, credential); }
function start(blobEndpoint: string) { return open(blobEndpoint); }
export const client = start(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!);
`,
  ),
  blobs(
    'an object that is taken apart',
    `interface Options { connectionString: string; container: string }
function open({ connectionString, container }: Options) {
  return BlobServiceClient.fromConnectionString(connectionString).getContainerClient(container);
}
export const client = open({ connectionString: process.env.AZURE_STORAGE_CONNECTION_STRING!, container: "images" });
`,
    `interface Options { blobEndpoint: string; container: string }
function open({ blobEndpoint, container }: Options) {
  return new BlobServiceClient(blobEndpoint, credential).getContainerClient(container);
}
export const client = open({ blobEndpoint: process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, container: "images" });
`,
  ),
  blobs(
    'an object that is taken apart, given by short names',
    `const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
function open({ connectionString: conn }) {
  return BlobServiceClient.fromConnectionString(conn);
}
module.exports = open({ connectionString });
`,
    `const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
function open({ blobEndpoint: blobEndpoint }) {
  return new BlobServiceClient(blobEndpoint, credential);
}
module.exports = open({ blobEndpoint });
`,
    'a.js',
  ),
  keys(
    'a key, which goes with its documentation',
    `/**
 * @param endpoint where it is
 * @param key the key
 */
function make(endpoint: string, key: string) {
  return new TextAnalyticsClient(endpoint, new AzureKeyCredential(key));
}
export const client = make(process.env.ENDPOINT!, process.env.TEXT_KEY!);
`,
    `/**
 * @param endpoint where it is
 */
function make(endpoint: string) {
  return new TextAnalyticsClient(endpoint, credential);
}
export const client = make(process.env.ENDPOINT!);
`,
  ),
  keys(
    'a key in a property, with the variable of the caller',
    `const key = process.env.TEXT_KEY!;
const make = ({ endpoint, key }: { endpoint: string; key: string }) =>
  new TextAnalyticsClient(endpoint, new AzureKeyCredential(key));
export const client = make({ endpoint: process.env.ENDPOINT!, key });
`,
    `const make = ({ endpoint }: { endpoint: string }) =>
  new TextAnalyticsClient(endpoint, credential);
export const client = make({ endpoint: process.env.ENDPOINT! });
`,
  ),
  {
    title: 'an account and its key',
    before: `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
function open(account: string, key: string, retries: number) {
  return new BlobServiceClient(\`https://\${account}.blob.core.windows.net\`, new StorageSharedKeyCredential(account, key), { retryOptions: { maxTries: retries } });
}
export const client = open(process.env.ACCOUNT!, process.env.STORAGE_KEY!, 3);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
function open(account: string, retries: number) {
  return new BlobServiceClient(\`https://\${account}.blob.core.windows.net\`, credential, { retryOptions: { maxTries: retries } });
}
export const client = open(process.env.ACCOUNT!, 3);
`,
  },
  {
    title: 'an account and its key, both of which only the credential needs',
    before: `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
class Store {
  readonly client: BlobServiceClient;
  constructor(url: string, account: string, key: string) {
    this.client = new BlobServiceClient(url, new StorageSharedKeyCredential(account, key));
  }
}
export const store = new Store(process.env.BLOB_URL!, process.env.ACCOUNT!, process.env.STORAGE_KEY!);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
class Store {
  readonly client: BlobServiceClient;
  constructor(url: string) {
    this.client = new BlobServiceClient(url, credential);
  }
}
export const store = new Store(process.env.BLOB_URL!);
`,
  },
];

const refused: readonly (readonly [string, string, string])[] = [
  [
    'a caller that is not known',
    'secret-from-parameter',
    'export function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\n',
  ],
  [
    'a function that is handed on',
    'secret-from-parameter',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\nexport const all = [process.env.B!].map(open);\n',
  ],
  [
    'a function that is bound',
    'secret-from-parameter',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open.bind(null, process.env.CONN!)();\n',
  ],
  [
    'callers of different kinds',
    'secret-from-parameter',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const one = open(process.env.CONN!);\nexport const two = open("DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey={storage};EndpointSuffix=core.windows.net");\n',
  ],
  [
    'callers with different settings',
    'secret-from-parameter',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const one = open(process.env.CONN_A!);\nexport const two = open(process.env.CONN_B!);\n',
  ],
  [
    'another use of the parameter',
    'secret-from-parameter',
    'function open(conn: string) { console.log(conn.length); return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\n',
  ],
  [
    'a default',
    'secret-from-parameter',
    'function open(conn = process.env.OTHER!) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\n',
  ],
  [
    'arguments that are spread',
    'secret-from-parameter',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nconst all: [string] = [process.env.CONN!];\nexport const client = open(...all);\n',
  ],
  [
    'overloads',
    'secret-from-parameter',
    'function open(conn: string): BlobServiceClient;\nfunction open(conn: string, name?: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\n',
  ],
  [
    'a subclass',
    'secret-from-parameter',
    'class Store { client; constructor(conn: string) { this.client = BlobServiceClient.fromConnectionString(conn); } }\nclass Other extends Store {}\nexport const one = new Store(process.env.CONN!);\nexport const two = new Other("");\n',
  ],
  [
    'a method that others may call',
    'secret-from-parameter',
    'export class Store {\n  client = this.open(process.env.CONN!);\n  open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\n}\n',
  ],
  [
    'a parameter that is assigned',
    'secret-from-parameter',
    'function open(conn: string) { conn = conn.trim(); return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(process.env.CONN!);\n',
  ],
  [
    'a value from nowhere',
    'secret-from-elsewhere',
    'function open(conn: string) { return BlobServiceClient.fromConnectionString(conn); }\nexport const client = open(await secret());\ndeclare function secret(): Promise<string>;\n',
  ],
  [
    'an object that is made elsewhere',
    'secret-from-parameter',
    'function open({ conn }: { conn: string }) { return BlobServiceClient.fromConnectionString(conn); }\nconst options = { conn: process.env.CONN! };\nexport const client = open(options);\n',
  ],
  [
    'a choice',
    'dual-path',
    'function open(conn?: string) { return conn ? BlobServiceClient.fromConnectionString(conn) : new BlobServiceClient("https://contoso.blob.core.windows.net"); }\nexport const client = open(process.env.CONN);\n',
  ],
  [
    'two services',
    'parameter-shared',
    'import { QueueServiceClient } from "@azure/storage-queue";\nfunction open(conn: string) { return [BlobServiceClient.fromConnectionString(conn), QueueServiceClient.fromConnectionString(conn)]; }\nexport const clients = open(process.env.CONN!);\n',
  ],
];

describe('a secret that comes in as a parameter', () => {
  it.each(followed)('is followed to the callers: $title', async ({ before, after, path = 'a.ts' }) => {
    expect(await migrated(engine, path, before)).toBe(fill(after));
  });

  it.each(refused)('is refused: %s', async (_, id, code) => {
    expect(await migrated(engine, 'a.ts', BLOBS + code)).toBe(id);
  });
});
