/** One way to build a client, and what the secret is there. */
export interface Client {
  readonly name: string;
  readonly package: string;
  /** Names of the package that the code imports. */
  readonly imports: readonly string[];
  /** `$S` is the secret, `$C` the old credential as an expression. */
  readonly call: string;
  /** The key credential around the secret; null where the client takes the secret itself. */
  readonly credential: string | null;
  readonly setting: string;
  /** A fake value for a literal, as `test/support/fill.ts` makes it. */
  readonly fake: string;
}

const bySecret = (name: string, from: string, call: string, setting: string, fake: string): Client => ({
  name,
  package: from,
  imports: [name],
  call,
  credential: null,
  setting,
  fake,
});

const byCredential = (
  name: string,
  from: string,
  [call, credential, type]: readonly [call: string, credential: string, type: string],
  setting: string,
  fake: string,
): Client => ({ name, package: from, imports: [name, type], call, credential, setting, fake });

const SHARED_KEY = ["new StorageSharedKeyCredential('contoso', $S)", 'StorageSharedKeyCredential'] as const;
const AZURE_KEY = ['new AzureKeyCredential($S)', 'AzureKeyCredential'] as const;

export const CLIENTS: readonly Client[] = [
  bySecret(
    'BlobServiceClient',
    '@azure/storage-blob',
    'BlobServiceClient.fromConnectionString($S)',
    'AZURE_STORAGE_CONNECTION_STRING',
    '{{storage-connection-string:contoso}}',
  ),
  bySecret(
    'ContainerClient',
    '@azure/storage-blob',
    "new ContainerClient($S, 'images')",
    'STORAGE_CONN',
    '{{storage-connection-string:contoso}}',
  ),
  byCredential(
    'ContainerClient',
    '@azure/storage-blob',
    ["new ContainerClient('https://contoso.blob.core.windows.net/images', $C)", ...SHARED_KEY],
    'STORAGE_KEY',
    '{{storage-account-key}}',
  ),
  bySecret(
    'QueueServiceClient',
    '@azure/storage-queue',
    'QueueServiceClient.fromConnectionString($S)',
    'QUEUE_CONNECTION',
    '{{storage-connection-string:contoso}}',
  ),
  bySecret(
    'TableClient',
    '@azure/data-tables',
    "TableClient.fromConnectionString($S, 'people')",
    'TABLES',
    '{{storage-connection-string:contoso}}',
  ),
  bySecret(
    'ServiceBusClient',
    '@azure/service-bus',
    'new ServiceBusClient($S)',
    'SERVICEBUS_CONNECTION_STRING',
    '{{servicebus-connection-string:contoso}}',
  ),
  bySecret(
    'ServiceBusClient',
    '@azure/service-bus',
    'new ServiceBusClient($S, { retryOptions: { maxRetries: 2 } })',
    'BUS',
    '{{servicebus-connection-string:contoso}}',
  ),
  bySecret(
    'EventHubProducerClient',
    '@azure/event-hubs',
    "new EventHubProducerClient($S, 'hub')",
    'EVENTHUB_CONNECTION',
    '{{eventhubs-connection-string:contoso}}',
  ),
  bySecret(
    'CosmosClient',
    '@azure/cosmos',
    "new CosmosClient({ endpoint: 'https://contoso.documents.azure.com', key: $S })",
    'COSMOS_KEY',
    '{{cosmos-key}}',
  ),
  byCredential(
    'SearchIndexClient',
    '@azure/search-documents',
    ["new SearchIndexClient('https://contoso.search.windows.net', $C)", ...AZURE_KEY],
    'AZURE_SEARCH_KEY',
    '{{search-key}}',
  ),
  byCredential(
    'EventGridPublisherClient',
    '@azure/eventgrid',
    [
      "new EventGridPublisherClient('https://contoso.westeurope-1.eventgrid.azure.net/api/events', 'EventGrid', $C)",
      ...AZURE_KEY,
    ],
    'EVENTGRID_KEY',
    '{{eventgrid-key}}',
  ),
  bySecret(
    'WebPubSubServiceClient',
    '@azure/web-pubsub',
    "new WebPubSubServiceClient($S, 'chat')",
    'WebPubSubConnectionString',
    'Endpoint=https://contoso.webpubsub.azure.com;AccessKey={{key}};Version=1.0;',
  ),
  bySecret(
    'SmsClient',
    '@azure/communication-sms',
    'new SmsClient($S)',
    'ACS_CONNECTION_STRING',
    'endpoint=https://contoso.communication.azure.com/;accesskey={{key:64}}',
  ),
  bySecret(
    'AppConfigurationClient',
    '@azure/app-configuration',
    'new AppConfigurationClient($S)',
    'APPCONFIG',
    'Endpoint=https://contoso.azconfig.io;Id=abcd;Secret={{key}}',
  ),
  bySecret(
    'AzureOpenAI',
    'openai',
    "new AzureOpenAI({ endpoint: 'https://contoso.openai.azure.com', apiKey: $S, apiVersion: '2024-10-21' })",
    'AZURE_OPENAI_API_KEY',
    '{{azure-openai-key}}',
  ),
];

/** Where the secret comes from: statements before, and the expression. `$N` is the name of the setting, `$V` a value. */
export interface Source {
  readonly name: string;
  readonly imports?: string;
  readonly before: string;
  readonly code: string;
  /** Where the statements may be. */
  readonly at?: 'module';
  readonly files?: Readonly<Record<string, string>>;
  readonly typescript?: true;
}

export const SOURCES: readonly Source[] = [
  { name: 'in place', before: '', code: 'process.env.$N!' },
  { name: 'in place, as string', before: '', code: '(process.env.$N as string)' },
  { name: 'in place, default', before: '', code: "process.env.$N ?? ''" },
  { name: 'in place, default in brackets', before: '', code: "(process.env.$N || '')" },
  { name: 'in place, indexed', before: '', code: "process.env['$N']!" },
  { name: 'String()', before: '', code: 'String(process.env.$N)' },
  { name: 'template', before: '', code: '`${process.env.$N}`' },
  { name: 'imported process', imports: "import process from 'node:process';", before: '', code: 'process.env.$N!' },
  { name: 'imported env', imports: "import { env } from 'node:process';", before: '', code: 'env.$N!' },
  { name: 'constant', before: 'const secret = process.env.$N!;', code: 'secret' },
  { name: 'constant with a type', before: "const secret: string = process.env.$N ?? '';", code: 'secret' },
  { name: 'constant, default at the use', before: 'const secret = process.env.$N;', code: "secret ?? ''" },
  { name: 'constant, bang at the use', before: 'const secret = process.env.$N;', code: 'secret!' },
  { name: 'destructured', before: 'const { $N } = process.env;', code: '$N!' },
  { name: 'destructured, renamed', before: 'const { $N: secret } = process.env;', code: 'secret as string' },
  { name: 'destructured, default', before: "const { $N: secret = '' } = process.env;", code: 'secret' },
  {
    name: 'guard throws',
    before: "const secret = process.env.$N;\nif (!secret) {\n  throw new Error('$N is not set');\n}",
    code: 'secret',
  },
  {
    name: 'guard on undefined',
    before: "const secret = process.env.$N;\nif (secret === undefined) throw new Error('$N');",
    code: 'secret',
  },
  {
    name: 'guard, second constant',
    before: "const raw = process.env.$N;\nif (!raw) throw new Error('$N is not set');\nconst secret: string = raw;",
    code: 'secret',
  },
  {
    name: 'guard logs',
    before: "const secret = process.env.$N ?? '';\nif (!secret) console.error('$N is not set');",
    code: 'secret',
  },
  {
    name: 'guard asserts',
    imports: "import assert from 'node:assert';",
    before: "const secret = process.env.$N;\nassert(secret, '$N is not set');",
    code: 'secret',
  },
  {
    name: 'guard asserts ok',
    imports: "import * as assert from 'node:assert/strict';",
    before: 'const secret = process.env.$N;\nassert.ok(secret);',
    code: 'secret',
  },
  { name: 'guard in place', before: "if (!process.env.$N) throw new Error('$N is not set');", code: 'process.env.$N!' },
  {
    name: 'helper with a name',
    before:
      'function required(name: string): string {\n  const value = process.env[name];\n  if (!value) throw new Error(`${name} is not set`);\n  return value;\n}',
    code: "required('$N')",
  },
  {
    name: 'helper arrow',
    before: "const required = (name: string): string => process.env[name] ?? '';",
    code: "required('$N')",
  },
  {
    name: 'helper that fails',
    before: "const fail = (): never => {\n  throw new Error('$N');\n};",
    code: 'process.env.$N ?? fail()',
  },
  { name: 'function of the setting', before: 'const secret = () => process.env.$N!;', code: 'secret()' },
  {
    name: 'function with a body',
    before: "function secret(): string {\n  return process.env.$N ?? '';\n}",
    code: 'secret()',
  },
  {
    name: 'object',
    before: 'const settings = { secret: process.env.$N!, size: 20 };\nconsole.log(settings.size);',
    code: 'settings.secret',
  },
  {
    name: 'typed object',
    at: 'module',
    typescript: true,
    before: 'interface Settings {\n  secret: string;\n}\nconst settings: Settings = { secret: process.env.$N! };',
    code: 'settings.secret',
  },
  {
    name: 'nested object',
    before: 'const settings = { azure: { secret: process.env.$N! } };',
    code: 'settings.azure.secret',
  },
  { name: 'let', before: 'let secret = process.env.$N!;', code: 'secret' },
  { name: 'literal', before: '', code: "'$V'" },
  { name: 'literal in a constant', before: "const secret = '$V';", code: 'secret' },
  {
    name: 'imported constant',
    imports: "import { secret } from './config';",
    before: '',
    code: 'secret',
    files: { config: 'export const secret = process.env.$N!;\n' },
  },
  {
    name: 'imported default object',
    imports: "import config from './config';",
    before: '',
    code: 'config.secret',
    files: { config: 'const config = { secret: process.env.$N!, size: 20 };\nexport default config;\n' },
  },
  {
    name: 'imported object',
    imports: "import { config } from './config';",
    before: '',
    code: 'config.secret',
    files: { config: 'export const config = {\n  secret: process.env.$N!,\n  size: 20,\n};\n' },
  },
  {
    name: 'imported, checked there',
    imports: "import { secret } from './config';",
    before: '',
    code: 'secret',
    files: {
      config:
        "const value = process.env.$N;\nif (!value) throw new Error('$N is not set');\nexport const secret = value;\n",
    },
  },
  {
    name: 'imported namespace',
    imports: "import * as config from './config';",
    before: '',
    code: 'config.secret',
    files: { config: "export const secret = process.env.$N ?? '';\n" },
  },
];

/** Where the client is. `$BEFORE` are the statements of the source, `$CLIENT` the call, `$T` the class. */
export const PLACES: readonly { readonly name: string; readonly code: string }[] = [
  { name: 'top level', code: '$BEFORE\n\nexport const client = $CLIENT;\n' },
  { name: 'function', code: '$BEFORE\n\nexport function open() {\n  return $CLIENT;\n}\n' },
  { name: 'arrow', code: '$BEFORE\n\nexport const open = () => $CLIENT;\n' },
  {
    name: 'all in a function',
    code: 'export async function run() {\n  $BEFORE\n  const client = $CLIENT;\n  console.log(client);\n}\n',
  },
  {
    name: 'two functions',
    code: '$BEFORE\n\nexport function one() {\n  const client = $CLIENT;\n  return client;\n}\n\nexport function two() {\n  return $CLIENT;\n}\n',
  },
  {
    name: 'loop',
    code: "$BEFORE\n\nfor (const name of ['a', 'b']) {\n  const client = $CLIENT;\n  console.log(name, client);\n}\n",
  },
  {
    name: 'field',
    code: '$BEFORE\n\nexport class Store {\n  private readonly client = $CLIENT;\n\n  show() {\n    console.log(this.client);\n  }\n}\n',
  },
  {
    name: 'constructor',
    code: '$BEFORE\n\nexport class Store {\n  readonly client: $T;\n\n  constructor() {\n    this.client = $CLIENT;\n  }\n}\n',
  },
  {
    name: 'called above',
    code: 'export const client = open();\n\nfunction open() {\n  $BEFORE\n  return $CLIENT;\n}\n',
  },
  {
    name: 'import below',
    code: "$BEFORE\n\nexport const client = $CLIENT;\n\nimport type { Server } from 'node:http';\nexport let server: Server | undefined;\n",
  },
  {
    name: 'name taken further in',
    code: '$BEFORE\n\nexport function open(credential: string) {\n  console.log(credential);\n  return $CLIENT;\n}\n',
  },
  {
    name: 'lazily',
    code: '$BEFORE\n\nlet client: $T | undefined;\n\nexport function get(): $T {\n  client ??= $CLIENT;\n  return client;\n}\n',
  },
];

/** How the old credential is, where there is one. `$K` is its construction, `$B` takes statements before. */
export const HOLDERS: readonly { readonly name: string; readonly before: string; readonly code: string }[] = [
  { name: 'inline', before: '', code: '$K' },
  { name: 'constant', before: 'const credential = $K;', code: 'credential' },
  { name: 'constant named key', before: 'const keyCredential = $K;', code: 'keyCredential' },
];

export const STYLES = ['esm.ts', 'esm.js', 'cjs.js', 'namespace.ts', 'noSemicolons.ts'] as const;
export type Style = (typeof STYLES)[number];
