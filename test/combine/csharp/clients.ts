/** A client: `$S` is the secret's expression. `kind` is what its secret is. */
export interface Client {
  readonly code: string;
  readonly type: string;
  readonly usings: readonly string[];
  readonly kind: 'storage' | 'bus' | 'hub' | 'cosmos' | 'key';
}

const BLOBS = 'Azure.Storage.Blobs';
const SPECIALIZED = 'Azure.Storage.Blobs.Specialized';
const QUEUES = 'Azure.Storage.Queues';
const TABLES = 'Azure.Data.Tables';
const SHARES = 'Azure.Storage.Files.Shares';
const BUS = 'Azure.Messaging.ServiceBus';
const HUBS = 'Azure.Messaging.EventHubs';
const SEARCH = 'Azure.Search.Documents';
const COSMOS = 'Microsoft.Azure.Cosmos';

const client =
  (kind: Client['kind']) =>
  (type: string, usings: readonly string[], ...codes: readonly string[]): readonly Client[] =>
    codes.map((code) => ({ kind, type, usings, code: code.startsWith('(') ? `new ${type}${code}` : code }));

const storage = client('storage');
const bus = client('bus');
const hub = client('hub');
const cosmos = client('cosmos');
const key = client('key');

const uri = (host: string): string => `new Uri("https://${host}")`;
const BLOB = uri('contoso.blob.core.windows.net');
const QUEUE = uri('contoso.queue.core.windows.net');
const TABLE = uri('contoso.table.core.windows.net');
const SHARED = 'new StorageSharedKeyCredential("contoso", $S)';
const AZURE_KEY = 'new AzureKeyCredential($S)';

const ofStorage: readonly Client[] = [
  ...storage(
    'BlobServiceClient',
    [BLOBS],
    '($S)',
    '(connectionString: $S)',
    '($S, new BlobClientOptions())',
    '($S, options: null)',
    '(options: new BlobClientOptions(), connectionString: $S)',
    '(\n                $S,\n                new BlobClientOptions(BlobClientOptions.ServiceVersion.V2024_11_04))',
  ),
  ...storage(
    'BlobContainerClient',
    [BLOBS],
    '($S, "photos")',
    '($S, blobContainerName: "photos")',
    '($S, "photos", new BlobClientOptions())',
    '(blobContainerName: "photos", connectionString: $S)',
    'new BlobServiceClient($S).GetBlobContainerClient("photos")',
  ),
  ...storage(
    'BlobClient',
    [BLOBS],
    '($S, "photos", "a.png")',
    '($S, "photos", "a.png", new BlobClientOptions())',
    '(connectionString: $S, blobName: "a.png", blobContainerName: "photos")',
    'new BlobContainerClient($S, "photos").GetBlobClient("a.png")',
  ),
  ...['BlobBaseClient', 'BlockBlobClient', 'AppendBlobClient', 'PageBlobClient'].flatMap((type) =>
    storage(type, [SPECIALIZED], '($S, "photos", "a.png")', '($S, "photos", "a.png", options: null)'),
  ),
  ...storage(
    'QueueServiceClient',
    [QUEUES],
    '($S)',
    '($S, new QueueClientOptions(QueueClientOptions.ServiceVersion.V2024_11_04))',
  ),
  ...storage(
    'QueueClient',
    [QUEUES],
    '($S, "jobs")',
    '(queueName: "jobs", connectionString: $S)',
    '($S, "jobs", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })',
    '($S, "jobs", new QueueClientOptions\n            {\n                MessageEncoding = QueueMessageEncoding.None,\n            })',
  ),
  ...storage('TableServiceClient', [TABLES], '($S)', '($S, new TableClientOptions())'),
  ...storage(
    'TableClient',
    [TABLES],
    '($S, "orders")',
    '($S, "orders", new TableClientOptions())',
    '(tableName: "orders", connectionString: $S)',
    'new TableServiceClient($S).GetTableClient("orders")',
  ),
  ...storage('ShareServiceClient', [SHARES], '($S)'),
  ...storage('ShareClient', [SHARES], '($S, "files")'),
  ...storage('ShareFileClient', [SHARES], '($S, "files", "a.txt")'),
  ...storage('ShareDirectoryClient', [SHARES], '($S, "files", "reports")'),
];

const ofKeys: readonly Client[] = [
  ...key(
    'BlobServiceClient',
    ['System', BLOBS, 'Azure.Storage'],
    `(${BLOB}, ${SHARED})`,
    `(serviceUri: ${BLOB}, credential: ${SHARED})`,
    `(${BLOB}, ${SHARED}, new BlobClientOptions())`,
  ),
  ...key(
    'BlobContainerClient',
    ['System', BLOBS, 'Azure.Storage'],
    `(${uri('contoso.blob.core.windows.net/photos')}, ${SHARED})`,
  ),
  ...key('QueueServiceClient', ['System', QUEUES, 'Azure.Storage'], `(${QUEUE}, ${SHARED})`),
  ...key(
    'QueueClient',
    ['System', QUEUES, 'Azure.Storage'],
    `(${uri('contoso.queue.core.windows.net/jobs')}, ${SHARED})`,
  ),
  ...key(
    'TableServiceClient',
    ['System', TABLES],
    `(${TABLE}, new TableSharedKeyCredential("contoso", $S))`,
    `(${TABLE}, new TableSharedKeyCredential("contoso", $S), new TableClientOptions())`,
  ),
  ...key('TableClient', ['System', TABLES], `(${TABLE}, "orders", new TableSharedKeyCredential("contoso", $S))`),
  ...key(
    'SearchClient',
    ['System', 'Azure', SEARCH],
    `(${uri('contoso.search.windows.net')}, "hotels", ${AZURE_KEY})`,
    `(${uri('contoso.search.windows.net')}, "hotels", ${AZURE_KEY}, new SearchClientOptions())`,
  ),
  ...key(
    'SearchIndexClient',
    ['System', 'Azure', `${SEARCH}.Indexes`],
    `(${uri('contoso.search.windows.net')}, ${AZURE_KEY})`,
  ),
  ...key(
    'SearchIndexerClient',
    ['System', 'Azure', `${SEARCH}.Indexes`],
    `(${uri('contoso.search.windows.net')}, credential: ${AZURE_KEY})`,
  ),
  ...key(
    'EventGridPublisherClient',
    ['System', 'Azure', 'Azure.Messaging.EventGrid'],
    `(${uri('contoso.westeurope-1.eventgrid.azure.net/api/events')}, new AzureKeyCredential(key: $S))`,
    `(${uri('contoso.westeurope-1.eventgrid.azure.net/api/events')}, ${AZURE_KEY}, new EventGridPublisherClientOptions())`,
  ),
  ...key(
    'AzureOpenAIClient',
    ['System', 'Azure', 'Azure.AI.OpenAI'],
    `(${uri('contoso.openai.azure.com')}, ${AZURE_KEY})`,
  ),
  ...key(
    'AzureOpenAIClient',
    ['System', 'System.ClientModel', 'Azure.AI.OpenAI'],
    `(${uri('contoso.openai.azure.com')}, new ApiKeyCredential($S))`,
  ),
  ...key(
    'SecretClient',
    ['System', 'Azure.Identity', 'Azure.Security.KeyVault.Secrets'],
    `(${uri('contoso.vault.azure.net')}, new ClientSecretCredential(Environment.GetEnvironmentVariable("TENANT"), Environment.GetEnvironmentVariable("CLIENT"), $S))`,
  ),
  ...key(
    'ServiceBusClient',
    ['Azure', BUS],
    '("contoso.servicebus.windows.net", new AzureNamedKeyCredential("RootManageSharedAccessKey", $S))',
  ),
  ...key(
    'EventHubProducerClient',
    ['Azure', `${HUBS}.Producer`],
    '("contoso.servicebus.windows.net", "events", new AzureNamedKeyCredential("RootManageSharedAccessKey", $S))',
  ),
  ...key(
    'CosmosClient',
    [COSMOS],
    '("https://contoso.documents.azure.com:443/", $S)',
    '("https://contoso.documents.azure.com:443/", $S, new CosmosClientOptions { ApplicationName = "shop" })',
    '(accountEndpoint: "https://contoso.documents.azure.com:443/", authKeyOrResourceToken: $S)',
  ),
];

const ofMessages: readonly Client[] = [
  ...bus(
    'ServiceBusClient',
    [BUS],
    '($S)',
    '(connectionString: $S)',
    '($S, new ServiceBusClientOptions())',
    '($S, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets })',
  ),
  ...bus('ServiceBusAdministrationClient', [`${BUS}.Administration`], '($S)'),
  ...bus('ServiceBusSender', [BUS], 'new ServiceBusClient($S).CreateSender("orders")'),
  ...hub(
    'EventHubProducerClient',
    [`${HUBS}.Producer`],
    '($S, "events")',
    '($S, "events", new EventHubProducerClientOptions())',
  ),
  ...hub('EventHubBufferedProducerClient', [`${HUBS}.Producer`], '($S, "events")'),
  ...hub(
    'EventHubConsumerClient',
    [`${HUBS}.Consumer`],
    '(EventHubConsumerClient.DefaultConsumerGroupName, $S, "events")',
    '("$Default", $S, "events", new EventHubConsumerClientOptions())',
  ),
  ...cosmos('CosmosClient', [COSMOS], '($S)', '(connectionString: $S, new CosmosClientOptions())'),
  ...cosmos(
    'CosmosClient',
    [COSMOS, `${COSMOS}.Fluent`],
    'new CosmosClientBuilder($S).WithApplicationName("shop").Build()',
  ),
];

export const CLIENTS: readonly Client[] = [...ofStorage, ...ofKeys, ...ofMessages];
