import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { fill } from '../support/fill';
import { migrated } from '../support/migrated';

const engine = createEngine();

/** How code in the wild uses secrets: rewritten as a whole, or refused with the reason. */
const rewritten = [
  {
    title: 'a class that held nothing but the key',
    before: `import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

class Settings {
  static readonly key = process.env.TABLE_KEY ?? "";
}

export const people = new TableClient("https://contoso.table.core.windows.net", "people", new AzureNamedKeyCredential("contoso", Settings.key));
`,
    after: `import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const people = new TableClient("https://contoso.table.core.windows.net", "people", credential);
`,
  },
  {
    title: 'a class with more than the key stays',
    before: `import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

class Settings {
  static readonly key = process.env.TABLE_KEY ?? "";
  static readonly opened = Date.now();
}

export const people = new TableClient("https://contoso.table.core.windows.net", "people", new AzureNamedKeyCredential("contoso", Settings.key));
`,
    after: `import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

class Settings {
  static readonly opened = Date.now();
}

export const people = new TableClient("https://contoso.table.core.windows.net", "people", credential);
`,
  },
  {
    title: 'a check that answers the request',
    before: `const { BlobServiceClient } = require("@azure/storage-blob");
const sas = process.env.AZURE_SAS;
const account = process.env.ACCOUNT;
const service = new BlobServiceClient(\`https://\${account}.blob.core.windows.net/?\${sas}\`);
exports.post = (req, res) => {
  if (sas === undefined || account === undefined) {
    res.status(500).json({ content: "Not set." });
  }
  use(service);
};
`,
    after: `const { DefaultAzureCredential } = require("@azure/identity");
const { BlobServiceClient } = require("@azure/storage-blob");

const credential = new DefaultAzureCredential();
const account = process.env.ACCOUNT;
const service = new BlobServiceClient(\`https://\${account}.blob.core.windows.net\`, credential);
exports.post = (req, res) => {
  if (account === undefined) {
    res.status(500).json({ content: "Not set." });
  }
  use(service);
};
`,
  },
  {
    title: 'an if without else, which only does more with the secret',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const conn = process.env.AZURE_STORAGE_CONNECTION_STRING;
let client: BlobServiceClient | undefined;
if (!client && conn) {
  client = BlobServiceClient.fromConnectionString(conn);
}
export { client };
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
let client: BlobServiceClient | undefined;
if (!client && blobEndpoint) {
  client = new BlobServiceClient(blobEndpoint, credential);
}
export { client };
`,
  },
  {
    title: 'a factory without new',
    before: `const NotificationClient = require("@azure-rest/communication-messages").default;
const conn = process.env.COMMUNICATION_CONNECTION_STRING;
const notifications = NotificationClient(conn);
module.exports = notifications;
`,
    after: `const NotificationClient = require("@azure-rest/communication-messages").default;
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();
const communicationEndpoint = process.env.COMMUNICATION_SERVICES_ENDPOINT;
const notifications = NotificationClient(communicationEndpoint, credential);
module.exports = notifications;
`,
  },
  {
    title: 'a constructor in a namespace',
    before: `import * as Identity from "@azure/communication-identity";
export const c = new Identity.CommunicationIdentityClient(process.env.COMMUNICATION_CONNECTION_STRING!);
`,
    after: `import * as Identity from "@azure/communication-identity";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();
export const c = new Identity.CommunicationIdentityClient(process.env.COMMUNICATION_SERVICES_ENDPOINT!, credential);
`,
  },
  {
    title: 'the name of the setting in a constant',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const SETTING = "AZURE_STORAGE_CONNECTION_STRING";
export const client = BlobServiceClient.fromConnectionString(process.env[SETTING]!);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
const SETTING = "AZURE_STORAGEBLOB_RESOURCEENDPOINT";
export const client = new BlobServiceClient(process.env[SETTING]!, credential);
`,
  },
  {
    title: 'a function that reads a setting by name',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(name + " is missing");
  return value;
}
const conn = requireEnv("AZURE_STORAGE_CONNECTION_STRING");
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
function requireEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(name + " is missing");
  return value;
}
const blobEndpoint = requireEnv("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a private field with its value',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

export class Store {
  private readonly conn = process.env.CONN!;
  private client = BlobServiceClient.fromConnectionString(this.conn);
}
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export class Store {
  private readonly blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;
  private client = new BlobServiceClient(this.blobEndpoint, credential);
}
`,
  },
  {
    title: 'a private field that the constructor sets and guards',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

export class Store {
  #conn: string;
  readonly client: BlobServiceClient;
  constructor() {
    this.#conn = process.env.CONN ?? "";
    if (!this.#conn) throw new Error("CONN is missing");
    this.client = BlobServiceClient.fromConnectionString(this.#conn);
  }
}
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export class Store {
  #blobEndpoint: string;
  readonly client: BlobServiceClient;
  constructor() {
    this.#blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT ?? "";
    if (!this.#blobEndpoint) throw new Error("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
    this.client = new BlobServiceClient(this.#blobEndpoint, credential);
  }
}
`,
  },
  {
    title: 'a private field that something else reads too',
    before: `import { BlobServiceClient } from "@azure/storage-blob";

export class Store {
  private _conn = process.env.CONN!;
  open() {
    console.log(this._conn);
    return BlobServiceClient.fromConnectionString(this._conn);
  }
}
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export class Store {
  private _conn = process.env.CONN!;
  private _blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;
  open() {
    console.log(this._conn);
    return new BlobServiceClient(this._blobEndpoint, credential);
  }
}
`,
  },
  {
    title: 'configuration read in a constructor',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export class Store {
  private client: BlobServiceClient;
  constructor(private readonly configService: { get(name: string): string }) {
    const conn = this.configService.get("AZURE_STORAGE_CONNECTION_STRING");
    this.client = BlobServiceClient.fromConnectionString(conn);
  }
}
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
export class Store {
  private client: BlobServiceClient;
  constructor(private readonly configService: { get(name: string): string }) {
    const blobEndpoint = this.configService.get("AZURE_STORAGEBLOB_RESOURCEENDPOINT");
    this.client = new BlobServiceClient(blobEndpoint, credential);
  }
}
`,
  },
  {
    title: 'a secret that is logged',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const conn = process.env.CONN!;
console.log("using", conn);
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
const conn = process.env.CONN!;
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!;
console.log("using", conn);
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a key handed to another service',
    before: `import { SearchIndexClient, AzureKeyCredential } from "@azure/search-documents";
const client = new SearchIndexClient(process.env.SEARCH_ENDPOINT!, new AzureKeyCredential(process.env.SEARCH_KEY!));
await client.createOrUpdateIndex({ name: "x", fields: [], vectorSearch: { vectorizers: [{ vectorizerName: "v", kind: "azureOpenAI", parameters: { resourceUrl: "https://contoso.openai.azure.com", apiKey: process.env.AZURE_OPENAI_KEY } }] } });
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { SearchIndexClient } from "@azure/search-documents";

const credential = new DefaultAzureCredential();
const client = new SearchIndexClient(process.env.SEARCH_ENDPOINT!, credential);
await client.createOrUpdateIndex({ name: "x", fields: [], vectorSearch: { vectorizers: [{ vectorizerName: "v", kind: "azureOpenAI", parameters: { resourceUrl: "https://contoso.openai.azure.com", apiKey: process.env.AZURE_OPENAI_KEY } }] } });
`,
  },
  {
    title: 'a guard that exits',
    before: `const { BlobServiceClient } = require("@azure/storage-blob");
const conn = process.env.CONN || "";
if (conn === "") {
  console.error("CONN is not set");
  process.exit(1);
}
const client = BlobServiceClient.fromConnectionString(conn);
async function main() { for await (const c of client.listContainers()) console.log(c.name); }
main();
`,
    after: `const { DefaultAzureCredential } = require("@azure/identity");
const { BlobServiceClient } = require("@azure/storage-blob");

const credential = new DefaultAzureCredential();
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || "";
if (blobEndpoint === "") {
  console.error("AZURE_STORAGEBLOB_RESOURCEENDPOINT is not set");
  process.exit(1);
}
const client = new BlobServiceClient(blobEndpoint, credential);
async function main() { for await (const c of client.listContainers()) console.log(c.name); }
main();
`,
  },
  {
    title: 'an assertion',
    before: `import assert from "node:assert";
import { BlobServiceClient } from "@azure/storage-blob";
const conn = process.env.CONN;
assert(conn, "CONN is missing");
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import assert from "node:assert";
import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT;
assert(blobEndpoint, "AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a connection string put together',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const account = process.env.ACCOUNT;
const key = process.env.KEY;
const conn = \`DefaultEndpointsProtocol=https;AccountName=\${account};AccountKey=\${key};EndpointSuffix=core.windows.net\`;
export const client = BlobServiceClient.fromConnectionString(conn);
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();
const account = process.env.ACCOUNT;
const blobEndpoint = \`https://\${account}.blob.core.windows.net\`;
export const client = new BlobServiceClient(blobEndpoint, credential);
`,
  },
  {
    title: 'a client made on first need',
    before: `import { ServiceBusClient } from "@azure/service-bus";
let client: ServiceBusClient | undefined;
export function bus() {
  if (!client) client = new ServiceBusClient(process.env.SERVICEBUS_CONNECTION_STRING as string);
  return client;
}
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { ServiceBusClient } from "@azure/service-bus";

const credential = new DefaultAzureCredential();
let client: ServiceBusClient | undefined;
export function bus() {
  if (!client) client = new ServiceBusClient(process.env.AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE as string, credential);
  return client;
}
`,
  },
  {
    title: 'the store of a session',
    before: `import session from "express-session";
import RedisStore from "connect-redis";
import { createClient } from "redis";
const redis = createClient({ url: "rediss://contoso.redis.cache.windows.net:6380", password: process.env.REDIS_KEY });
export const s = session({ store: new RedisStore({ client: redis }), secret: process.env.SESSION_SECRET! });
`,
    after: `import { DefaultAzureCredential } from "@azure/identity";
import { EntraIdCredentialsProviderFactory, REDIS_SCOPE_DEFAULT } from "@redis/entraid";
import session from "express-session";
import RedisStore from "connect-redis";
import { createClient } from "redis";

const credential = new DefaultAzureCredential();
const redis = createClient({ url: "rediss://contoso.redis.cache.windows.net:6380", credentialsProvider: EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } }) });
export const s = session({ store: new RedisStore({ client: redis }), secret: process.env.SESSION_SECRET! });
`,
  },
];

const refused = [
  {
    title: 'the package config, whose values come from files of its own',
    before: `import config from "config";
import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString(config.get("AZURE_STORAGE_CONNECTION_STRING"));
`,
    after: 'secret-from-elsewhere',
  },
  {
    title: 'a configuration with names of its own',
    before: `import { config } from "./config";
import { BlobServiceClient } from "@azure/storage-blob";
export const client = BlobServiceClient.fromConnectionString(config.get("storage.connectionString"));
`,
    after: 'secret-from-elsewhere',
  },
  {
    title: 'options that get their key later',
    before: `import { CosmosClient } from "@azure/cosmos";
const options: any = { endpoint: process.env.COSMOS_ENDPOINT };
options.key = process.env.COSMOS_KEY;
export const client = new CosmosClient(options);
`,
    after: 'options-scattered',
  },
  {
    title: 'options spread into others',
    before: `import { CosmosClient } from "@azure/cosmos";
const base = { endpoint: process.env.COSMOS_ENDPOINT!, key: process.env.COSMOS_KEY! };
export const client = new CosmosClient({ ...base, connectionPolicy: { requestTimeout: 1000 } });
`,
    after: 'options-scattered',
  },
  {
    title: 'a class that extends the client',
    before: `import { ServiceBusClient } from "@azure/service-bus";
export class Bus extends ServiceBusClient { constructor(conn: string) { super(conn); } }
`,
    after: 'subclass',
  },
  {
    title: 'a class that extends the client and reads the setting itself',
    before: `import { ServiceBusClient } from "@azure/service-bus";
export class Bus extends ServiceBusClient { constructor() { super(process.env.SERVICEBUS_CONNECTION!); } }
`,
    after: 'subclass',
  },
  {
    title: 'a gateway that is not Azure',
    before: `import { AzureOpenAI } from "openai";
export const client = new AzureOpenAI({ endpoint: "https://gateway.contoso.dev/openai", apiKey: process.env.GATEWAY_KEY, apiVersion: "2024-10-21", deployment: "gpt-4o" });
`,
    after: 'not-azure-endpoint',
  },
  {
    title: 'a function that returns the secret',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
function connectionString(): string {
  const value = process.env.AZURE_STORAGE_CONNECTION_STRING;
  if (!value) throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");
  return value;
}
export const client = BlobServiceClient.fromConnectionString(connectionString());
`,
    after: 'secret-from-function',
  },
  {
    title: 'an arrow function that others may call',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export const connectionString = () => process.env.AZURE_STORAGE_CONNECTION_STRING!;
export const client = BlobServiceClient.fromConnectionString(connectionString());
`,
    after: 'secret-from-function',
  },
  {
    title: 'a field that other code may set',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export class Store {
  conn = process.env.CONN!;
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
`,
    after: 'secret-from-field',
  },
  {
    title: 'a field that is written again',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export class Store {
  private conn = process.env.CONN!;
  set(conn: string) { this.conn = conn; }
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
`,
    after: 'secret-reassigned',
  },
  {
    title: 'a field that is taken out of the object too',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export class Store {
  private conn = process.env.CONN!;
  log() {
    const { conn } = this;
    console.log(conn);
  }
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
`,
    after: 'secret-from-field',
  },
  {
    title: 'a field with a decorator',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { Setting } from "./setting";
export class Store {
  @Setting() private conn = process.env.CONN!;
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
`,
    after: 'secret-from-field',
  },
  {
    title: 'a field that is a parameter of the constructor',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export class Store {
  constructor(private readonly conn: string) {}
  open() { return BlobServiceClient.fromConnectionString(this.conn); }
}
`,
    after: 'secret-from-parameter',
  },
  {
    title: 'a property of an object in the file that others may read',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
const config = { storage: { connectionString: process.env.AZURE_STORAGE_CONNECTION_STRING!, container: "images" } };
export const client = BlobServiceClient.fromConnectionString(config.storage.connectionString);
console.log(JSON.stringify(config));
`,
    after: 'secret-from-options',
  },
  {
    title: 'the default of a parameter',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
export function make(conn = process.env.AZURE_STORAGE_CONNECTION_STRING!) { return BlobServiceClient.fromConnectionString(conn); }
`,
    after: 'secret-from-parameter',
  },
  {
    title: 'the account read back from the client',
    before: `import { BlobServiceClient, StorageSharedKeyCredential } from "@azure/storage-blob";
const cred = new StorageSharedKeyCredential(process.env.ACCOUNT!, process.env.KEY!);
export const client = new BlobServiceClient("https://" + process.env.ACCOUNT + ".blob.core.windows.net", cred);
console.log((client.credential as StorageSharedKeyCredential).accountName);
`,
    after: 'credential-read-back',
  },
  {
    title: 'a credential that a method gives in the other arm',
    before: `import { ServiceBusClient } from "@azure/service-bus";
export class Bus {
  connect() {
    if (this.config.useIdentity) {
      const credentials = this.getCredentials();
      this.client = new ServiceBusClient(this.config.host, credentials);
    } else {
      this.client = new ServiceBusClient(process.env.SB_CONN!);
    }
  }
}
`,
    after: 'dual-path',
  },
  {
    title: 'a credential that another file makes in the other arm',
    before: `import { ServiceBusClient } from "@azure/service-bus";
import { credentialFor } from "./identity";
export const client = (host?: string) =>
  host ? new ServiceBusClient(host, credentialFor(host)) : new ServiceBusClient(process.env.SB_CONN!);
`,
    after: 'dual-path',
  },
  ...[
    'client.databases.createIfNotExists({ id: "d" })',
    'client.database("d").containers.createIfNotExists({ id: "c" })',
    'client.database("d").container("c").readOffer()',
    'client.offers.readAll()',
  ].map((call) => ({
    title: `what no data token may do in Cosmos DB: ${call}`,
    before: `import { CosmosClient } from "@azure/cosmos";
const client = new CosmosClient({ endpoint: process.env.COSMOS_ENDPOINT!, key: process.env.COSMOS_KEY! });
export const run = () => ${call};
`,
    after: 'creates-resources',
  })),
  {
    title: 'a switch that chooses already',
    before: `import { AzureKeyCredential, SearchClient } from "@azure/search-documents";
import { identity } from "./identity";
export function make(mode: string) {
  switch (mode) {
    case "key":
      return new SearchClient("https://contoso.search.windows.net", "i", new AzureKeyCredential(process.env.SEARCH_KEY!));
    default:
      return new SearchClient("https://contoso.search.windows.net", "i", identity.credential());
  }
}
`,
    after: 'dual-path',
  },
  {
    title: 'a key that is tried where the credential fails',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
export async function open() {
  try {
    const client = new BlobServiceClient(process.env.URL!, new DefaultAzureCredential());
    await client.getProperties();
    return client;
  } catch {
    return BlobServiceClient.fromConnectionString(process.env.CONN!);
  }
}
`,
    after: 'dual-path',
  },
  {
    title: 'a variable that gets the one client or the other',
    before: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";
let client: BlobServiceClient | undefined;
if (process.env.CONN) client = BlobServiceClient.fromConnectionString(process.env.CONN);
client ??= new BlobServiceClient(process.env.URL!, new DefaultAzureCredential());
export { client };
`,
    after: 'dual-path',
  },
  {
    title: 'options with a token credential in the other arm',
    before: `import { CosmosClient } from "@azure/cosmos";
import { identity } from "./identity";
const endpoint = process.env.COSMOS_ENDPOINT!;
export const client = () =>
  process.env.LOCAL
    ? new CosmosClient({ endpoint, key: process.env.COSMOS_KEY! })
    : new CosmosClient({ endpoint, aadCredentials: identity });
`,
    after: 'dual-path',
  },
  {
    title: 'a key and a token provider on one client',
    before: `import { AzureOpenAI } from "openai";
import { DefaultAzureCredential, getBearerTokenProvider } from "@azure/identity";
const provider = getBearerTokenProvider(new DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default");
export const c = new AzureOpenAI({ endpoint: process.env.E, apiKey: process.env.AZURE_OPENAI_API_KEY, azureADTokenProvider: process.env.AZURE_OPENAI_API_KEY ? undefined : provider, apiVersion: "2024-10-21" });
`,
    after: 'dual-path',
  },
  {
    title: 'a key cut out of the connection string',
    before: `import { WebPubSubServiceClient } from "@azure/web-pubsub";
import jwt from "jsonwebtoken";
const conn = process.env.WPS!;
const key = /AccessKey=([^;]+)/.exec(conn)![1]!;
export const t = jwt.sign({}, key);
export const c = new WebPubSubServiceClient(conn, "hub");
`,
    after: 'parsed-by-hand',
  },
  {
    title: 'another way without the secret',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { useIdentity } from "./identity";
const conn = process.env.CONN;
if (conn) {
  register(BlobServiceClient.fromConnectionString(conn));
} else {
  useIdentity();
}
`,
    after: 'dual-path',
  },
  {
    title: 'a key credential that is one way of two',
    before: `import { AzureKeyCredential } from "@azure/search-documents";
import { DefaultAzureCredential } from "@azure/identity";
export const credential = () => process.env.LOCAL ? new AzureKeyCredential(process.env.KEY!) : new DefaultAzureCredential();
`,
    after: 'dual-path',
  },
  {
    title: 'two ways with require in one',
    before: `const { BlobServiceClient } = require("@azure/storage-blob");
let client;
if (process.env.CONN) {
  client = BlobServiceClient.fromConnectionString(process.env.CONN);
} else {
  const { DefaultAzureCredential } = require("@azure/identity");
  client = new BlobServiceClient(process.env.URL, new DefaultAzureCredential());
}
module.exports = client;
`,
    after: 'dual-path',
  },
  {
    title: 'a constant of another file',
    before: `import { BlobServiceClient } from "@azure/storage-blob";
import { STORAGE_CONNECTION } from "./config.js";
export const client = BlobServiceClient.fromConnectionString(STORAGE_CONNECTION);
`,
    after: 'secret-from-elsewhere',
  },
  {
    title: 'Microsoft Graph',
    before: `import { ClientSecretCredential } from "@azure/identity";
import { Client } from "@microsoft/microsoft-graph-client";
import { TokenCredentialAuthenticationProvider } from "@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js";
const credential = new ClientSecretCredential(process.env.TENANT_ID!, process.env.CLIENT_ID!, process.env.CLIENT_SECRET!);
export const g = Client.initWithMiddleware({ authProvider: new TokenCredentialAuthenticationProvider(credential, { scopes: ["https://graph.microsoft.com/.default"] }) });
`,
    after: 'graph-app-permissions',
  },
];

const silent = [
  {
    title: 'a model of GitHub',
    before: `import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";
export const client = ModelClient("https://models.github.ai/inference", new AzureKeyCredential(process.env.GITHUB_TOKEN!));
`,
  },
  {
    title: 'a model of GitHub at its older endpoint',
    before: `import ModelClient from "@azure-rest/ai-inference";
import { AzureKeyCredential } from "@azure/core-auth";
const token = process.env["GITHUB_TOKEN"]!;
const endpoint = "https://models.inference.ai.azure.com";
export const client = ModelClient(endpoint, new AzureKeyCredential(token));
`,
  },
  {
    title: 'a connection string without a secret',
    before: `import { AIProjectsClient } from "@azure/ai-projects";
import { DefaultAzureCredential } from "@azure/identity";
export const c = AIProjectsClient.fromConnectionString(process.env.AIPROJECT_CONNECTION_STRING!, new DefaultAzureCredential());
`,
  },
  {
    title: 'a connection over AMQP without the SDK',
    before: `import rhea from "rhea";
rhea.connect({ host: "contoso.servicebus.windows.net", username: process.env.POLICY, password: process.env.SAS_KEY, transport: "tls", port: 5671 });
`,
  },
];

describe('a shape of real code', () => {
  it.each(rewritten)('is rewritten: $title', async ({ before, after }) => {
    expect(await migrated(engine, 'a.ts', before)).toBe(fill(after));
  });

  it.each(refused)('is refused: $title', async ({ before, after }) => {
    expect(await migrated(engine, 'a.ts', before)).toBe(after);
  });

  it.each(silent)('is left alone: $title', async ({ before }) => {
    expect(await migrated(engine, 'a.ts', before)).toBe('silent');
  });
});
