/** What programs are put together from. `$S` is the secret's expression, `$N` the number of the program. */

/** A client, and its type. `kind` is what its secret is. */
export interface Client {
  readonly code: string;
  readonly type: string;
  readonly usings: readonly string[];
  readonly kind: 'connection' | 'key';
}

const blobs = 'Azure.Storage.Blobs';
const ACCOUNT = 'new Uri("https://contoso.blob.core.windows.net")';

const connection = (type: string, using: string, ...more: readonly string[]): Client => ({
  code: `new ${type}(${['$S', ...more].join(', ')})`,
  type,
  usings: [using],
  kind: 'connection',
});

export const CLIENTS: readonly Client[] = [
  connection('BlobServiceClient', blobs),
  connection('BlobServiceClient', blobs, 'new BlobClientOptions()'),
  connection('BlobContainerClient', blobs, '"photos"'),
  connection('BlobClient', blobs, '"photos"', '"a.png"'),
  {
    ...connection('BlobClient', blobs),
    code: 'new BlobClient(connectionString: $S, blobName: "a.png", blobContainerName: "photos")',
  },
  { ...connection('BlobBaseClient', 'Azure.Storage.Blobs.Specialized', '"photos"', '"a.png"') },
  connection('BlockBlobClient', 'Azure.Storage.Blobs.Specialized', '"photos"', '"a.png"'),
  connection('AppendBlobClient', 'Azure.Storage.Blobs.Specialized', '"logs"', '"a.log"'),
  connection('QueueServiceClient', 'Azure.Storage.Queues'),
  connection('QueueClient', 'Azure.Storage.Queues', '"jobs"'),
  connection(
    'QueueClient',
    'Azure.Storage.Queues',
    '"jobs"',
    'new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }',
  ),
  connection('TableServiceClient', 'Azure.Data.Tables'),
  connection('TableClient', 'Azure.Data.Tables', '"orders"'),
  connection('ServiceBusClient', 'Azure.Messaging.ServiceBus'),
  connection(
    'ServiceBusClient',
    'Azure.Messaging.ServiceBus',
    'new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets }',
  ),
  {
    ...connection('ServiceBusClient', 'Azure.Messaging.ServiceBus'),
    code: 'new ServiceBusClient(connectionString: $S)',
  },
  connection('EventHubProducerClient', 'Azure.Messaging.EventHubs.Producer', '"events"'),
  {
    code: `new BlobServiceClient(${ACCOUNT}, new StorageSharedKeyCredential("contoso", $S))`,
    type: 'BlobServiceClient',
    usings: ['System', blobs, 'Azure.Storage'],
    kind: 'key',
  },
  {
    code: 'new TableServiceClient(new Uri("https://contoso.table.core.windows.net"), new TableSharedKeyCredential("contoso", $S))',
    type: 'TableServiceClient',
    usings: ['System', 'Azure.Data.Tables'],
    kind: 'key',
  },
  {
    code: 'new SearchClient(new Uri("https://contoso.search.windows.net"), "hotels", new AzureKeyCredential($S))',
    type: 'SearchClient',
    usings: ['System', 'Azure', 'Azure.Search.Documents'],
    kind: 'key',
  },
  {
    code: 'new EventGridPublisherClient(new Uri("https://contoso.westeurope-1.eventgrid.azure.net/api/events"), new AzureKeyCredential(key: $S))',
    type: 'EventGridPublisherClient',
    usings: ['System', 'Azure', 'Azure.Messaging.EventGrid'],
    kind: 'key',
  },
  {
    code: 'new SecretClient(new Uri("https://contoso.vault.azure.net"), new ClientSecretCredential(Environment.GetEnvironmentVariable("TENANT"), Environment.GetEnvironmentVariable("CLIENT"), $S))',
    type: 'SecretClient',
    usings: ['System', 'Azure.Identity', 'Azure.Security.KeyVault.Secrets'],
    kind: 'key',
  },
];

/** Where the secret comes from. */
export interface Source {
  readonly name: string;
  readonly usings: readonly string[];
  /** Members of the class. */
  readonly members?: string;
  /** Types beside the class. */
  readonly types?: string;
  /** Statements before the use. */
  readonly statements?: string;
  readonly read: string;
  /** The place must have the object; the class has a constructor that fills it. */
  readonly instance?: boolean;
}

const ENV = 'Environment.GetEnvironmentVariable("SECRET_$N")';
const CONFIGURATION = 'Microsoft.Extensions.Configuration';
const FIELD =
  'private readonly IConfiguration _configuration; public $C(IConfiguration configuration) { _configuration = configuration; }';

export const SOURCES: readonly Source[] = [
  { name: 'environment', usings: ['System'], read: ENV },
  {
    name: 'environment or throw',
    usings: ['System'],
    read: `${ENV} ?? throw new InvalidOperationException("SECRET_$N is not set")`,
  },
  { name: 'local', usings: ['System'], statements: `var secret = ${ENV};`, read: 'secret' },
  {
    name: 'guarded local',
    usings: ['System'],
    statements: `string secret = ${ENV};\nif (string.IsNullOrEmpty(secret)) { throw new InvalidOperationException("SECRET_$N is not set"); }`,
    read: 'secret',
  },
  {
    name: 'static field',
    usings: ['System'],
    members: `private static readonly string Secret = ${ENV};`,
    read: 'Secret',
  },
  {
    name: 'constant of a class',
    usings: ['System'],
    types: `internal static class Keys$N { public static readonly string Storage = ${ENV}; }`,
    read: 'Keys$N.Storage',
  },
  { name: 'literal', usings: [], members: 'private const string Secret = "$V";', read: 'Secret' },
  { name: 'literal in place', usings: [], read: '"$V"' },
  {
    name: 'configuration',
    usings: [CONFIGURATION],
    members: FIELD,
    read: '_configuration["Secret$N"]',
    instance: true,
  },
  {
    name: 'section',
    usings: [CONFIGURATION],
    members: FIELD,
    statements: 'var section = _configuration.GetSection("Azure$N");',
    read: 'section["Secret"]',
    instance: true,
  },
  {
    name: 'connection string',
    usings: [CONFIGURATION],
    members: FIELD,
    read: '_configuration.GetConnectionString("Storage$N")',
    instance: true,
  },
  {
    name: 'field of the constructor',
    usings: [CONFIGURATION],
    members:
      'private readonly string _secret; public $C(IConfiguration configuration) { _secret = configuration["Secret$N"]; }',
    read: '_secret',
    instance: true,
  },
];

/** Where the client is built. `$X` is the client's code, `$T` its type, `$B` the statements before, `$M` `static` or nothing. */
export interface Place {
  readonly name: string;
  readonly members: string;
  readonly usings?: readonly string[];
  /** Takes statements before the use. */
  readonly block: boolean;
  readonly staticOnly?: boolean;
  readonly since8?: boolean;
}

export const PLACES: readonly Place[] = [
  { name: 'method', members: 'public $M $T Make() { $B return $X; }', block: true },
  { name: 'arrow', members: 'public $M $T Make() => $X;', block: false },
  { name: 'property', members: 'public $M $T Client => $X;', block: false },
  { name: 'getter', members: 'public $M $T Client { get { $B return $X; } }', block: true },
  {
    name: 'async',
    members:
      'public $M async System.Threading.Tasks.Task<$T> MakeAsync() { $B await System.Threading.Tasks.Task.Yield(); return $X; }',
    block: true,
  },
  {
    name: 'loop',
    members: 'public $M void Run() { $B for (int i = 0; i < 3; i++) { var client = $X; Use(client); } }',
    block: true,
  },
  {
    name: 'foreach',
    members: 'public $M void Run(string[] names) { $B foreach (var name in names) Use($X); }',
    block: true,
  },
  {
    name: 'local function above',
    members: 'public $M $T Make() { $B return Open(); $T Open() { return $X; } }',
    block: true,
  },
  { name: 'local function below', members: 'public $M $T Make() { $B $T Open() => $X; return Open(); }', block: true },
  {
    name: 'static local function',
    members: 'public $M $T Make() { return Open(); static $T Open() { $B return $X; } }',
    block: true,
    staticOnly: true,
    since8: true,
  },
  { name: 'lambda', members: 'public $M System.Func<$T> Make() { $B return () => $X; }', block: true },
  {
    name: 'lambda with a block',
    members: 'public $M System.Func<$T> Make() { return () => { $B return $X; }; }',
    block: true,
  },
  {
    name: 'lazy field',
    members: 'private static readonly System.Lazy<$T> Lazy = new System.Lazy<$T>(() => $X);',
    block: false,
    staticOnly: true,
  },
  { name: 'static field', members: 'private static readonly $T Client = $X;', block: false, staticOnly: true },
  {
    name: 'switch',
    members:
      'public $M $T Make(int kind) { $B switch (kind) { case 1: return $X; case 2: var other = $X; return other; default: return null!; } }',
    block: true,
    since8: true,
  },
  {
    name: 'try',
    members: 'public $M $T Make() { try { $B return $X; } catch (System.FormatException) { return $X2; } }',
    block: true,
  },
  { name: 'two clients', members: 'public $M void Run() { $B Use($X); Use($X); }', block: true },
  {
    name: 'two methods',
    members: 'public $M $T One() { $B return $X; } public $M $T Two() { $B return $X; }',
    block: true,
  },
  {
    name: 'lambda and statement',
    members: 'public $M void Run() { $B System.Func<$T> make = () => $X; Use(make()); Use($X); }',
    block: true,
  },
  {
    name: 'static lambda',
    members: 'public $M System.Func<$T> Make() { $B Use($X); return static () => $Y; }',
    block: true,
    staticOnly: true,
    since8: true,
  },
  {
    name: 'goto',
    members: 'public $M void Run() { $B int n = 0; again: Use($X); if (n++ < 1) goto again; }',
    block: true,
  },
  { name: 'if else', members: 'public $M $T Make(bool on) { $B if (on) return $X; else return $X; }', block: true },
  {
    name: 'using',
    members: 'public $M void Run() { $B using (var stream = new System.IO.MemoryStream()) { Use($X); } }',
    block: true,
  },
  {
    name: 'credential named',
    members: 'public $M void Run(string credential) { $B Use(credential); Use($X); Use($X); }',
    block: true,
  },
  {
    name: 'credential of the outer class',
    members:
      'public $M void Run() { var credential = new Azure.Identity.DefaultAzureCredential(); Use(credential); { $B Use($X); } }',
    block: true,
  },
  {
    name: 'field credential',
    members:
      'private readonly Azure.Core.TokenCredential _credential = new Azure.Identity.DefaultAzureCredential(); public $M $T Make() { $B return $X; }',
    block: true,
  },
  { name: 'array', members: 'public $M $T[] Make() { $B return new[] { $X, $X }; }', block: true },
  { name: 'cast', members: 'public $M object Make(bool on) { $B return on ? (object)$X : "none"; }', block: true },
  {
    name: 'conditional',
    members: 'public $M $T Make(bool on) { $B return on ? $X : throw new System.InvalidOperationException(); }',
    block: true,
  },
  { name: 'out', members: 'public $M bool Try(out $T client) { $B client = $X; return true; }', block: true },
  {
    name: 'iterator',
    members: 'public $M System.Collections.Generic.IEnumerable<$T> All() { $B yield return $X; yield return $X; }',
    block: true,
  },
];

/** How a file is written. */
export interface Style {
  readonly name: string;
  /** Usings are given whole, with line ends. */
  readonly file: (usings: string, types: string, number: string) => string;
  /** Needs the language of today. */
  readonly modern?: boolean;
  /** Extra members and types that get in the way. */
  readonly types?: string;
}

export const STYLES: readonly Style[] = [
  { name: 'block namespace', file: (usings, types, n) => `${usings}\nnamespace P${n}\n{\n${types}\n}\n` },
  { name: 'file namespace', file: (usings, types, n) => `${usings}\nnamespace P${n};\n\n${types}\n`, modern: true },
  { name: 'usings inside', file: (usings, types, n) => `namespace P${n}\n{\n${usings}\n${types}\n}\n` },
  { name: 'own Azure part', file: (usings, types, n) => `${usings}\nnamespace P${n}.Azure.Data\n{\n${types}\n}\n` },
  {
    name: 'own Uri',
    file: (usings, types, n) =>
      `${usings}\nnamespace P${n}\n{\n${types}\n    public class Uris { public class Uri { } }\n}\n`,
  },
  {
    name: 'own credential',
    file: (usings, types, n) =>
      `${usings}\nnamespace P${n}\n{\n    public class DefaultAzureCredential { }\n${types}\n}\n`,
  },
  {
    name: 'two namespaces',
    file: (usings, types, n) =>
      `namespace P${n}.Other\n{\n    using System;\n    public class Thing { public Uri Link { get; set; } = new Uri("https://contoso.com"); }\n}\n\nnamespace P${n}\n{\n${usings}\n${types}\n}\n`,
  },
  {
    name: 'using in if',
    file: (usings, types, n) =>
      `#if NEVER\nusing Azure.Identity;\n#endif\n${usings}\nnamespace P${n}\n{\n${types}\n}\n`,
  },
];
