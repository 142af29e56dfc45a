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
  /** Names that come from another package. */
  readonly others?: Readonly<Record<string, string>>;
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

const NAMED_KEY = ["new AzureNamedKeyCredential('contoso', $S)", 'AzureNamedKeyCredential'] as const;
const STORAGE = '{{storage-connection-string:contoso}}';

type Calls = Readonly<Record<string, readonly string[]>>;

/** Clients of one package by the calls that take its connection string; the names in a call are imported. */
const connected = (from: string, fake: string, calls: Calls): readonly Client[] =>
  Object.entries(calls).flatMap(([name, all]) =>
    all.map((call) => ({
      ...bySecret(name, from, call, `${name.toUpperCase()}_CONNECTION`, fake),
      imports: [...new Set([name, ...(call.match(/\b[A-Z]\w+(?=\.|\()/g) ?? [])])].filter(
        (one) => call.includes(one) || one === name,
      ),
    })),
  );

/** Clients of one package by the calls that take a key credential. */
const keyed = (
  from: string,
  key: readonly [credential: string, type: string],
  setting: string,
  fake: string,
  calls: Calls,
  others: Readonly<Record<string, string>> = {},
): readonly Client[] =>
  Object.entries(calls).flatMap(([name, all]) =>
    all.map((call) => ({ ...byCredential(name, from, [call, ...key], setting, fake), others })),
  );

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
  ...connected('@azure/storage-blob', STORAGE, {
    BlobServiceClient: ['BlobServiceClient.fromConnectionString($S, { retryOptions: { maxTries: 2 } })'],
    BlobClient: ["new BlobClient($S, 'images', 'a.png')"],
    BlockBlobClient: ["new BlockBlobClient($S, 'images', 'a.png')"],
    AppendBlobClient: ["new AppendBlobClient($S, 'logs', 'a.log')"],
    PageBlobClient: ["new PageBlobClient($S, 'disks', 'a.vhd')"],
    ContainerClient: [
      "new ContainerClient($S, 'images', { retryOptions: { maxTries: 2 } })",
      "BlobServiceClient.fromConnectionString($S).getContainerClient('images')",
    ],
  }),
  ...connected('@azure/storage-queue', STORAGE, {
    QueueClient: ["new QueueClient($S, 'jobs')", "QueueServiceClient.fromConnectionString($S).getQueueClient('jobs')"],
    QueueServiceClient: ['QueueServiceClient.fromConnectionString($S, { retryOptions: { maxTries: 2 } })'],
  }),
  ...connected('@azure/data-tables', STORAGE, {
    TableServiceClient: ['TableServiceClient.fromConnectionString($S)'],
    TableClient: ["TableClient.fromConnectionString($S, 'people', { allowInsecureConnection: false })"],
  }),
  ...connected('@azure/storage-file-share', STORAGE, {
    ShareServiceClient: ['ShareServiceClient.fromConnectionString($S)'],
  }),
  ...connected('@azure/storage-file-datalake', STORAGE, {
    DataLakeServiceClient: ['DataLakeServiceClient.fromConnectionString($S)'],
  }),
  ...connected('@azure/service-bus', '{{servicebus-connection-string:contoso}}', {
    ServiceBusAdministrationClient: ['new ServiceBusAdministrationClient($S)'],
  }),
  ...connected('@azure/event-hubs', '{{eventhubs-connection-string:contoso}}', {
    EventHubConsumerClient: [
      "new EventHubConsumerClient('$Default', $S, 'hub')",
      "new EventHubConsumerClient(EventHubConsumerClient.defaultConsumerGroupName, $S, 'hub', {})",
    ],
    EventHubBufferedProducerClient: [
      "new EventHubBufferedProducerClient($S, 'hub', { onSendEventsErrorHandler: async () => {} })",
    ],
  }),
  ...connected('@azure/cosmos', '{{cosmos-connection-string:contoso}}', { CosmosClient: ['new CosmosClient($S)'] }),
  ...connected('@azure/communication-email', 'endpoint=https://contoso.communication.azure.com/;accesskey={{key:64}}', {
    EmailClient: ['new EmailClient($S)'],
  }),
  ...connected(
    '@azure/communication-identity',
    'endpoint=https://contoso.communication.azure.com/;accesskey={{key:64}}',
    { CommunicationIdentityClient: ['new CommunicationIdentityClient($S)'] },
  ),
  ...keyed('@azure/storage-blob', SHARED_KEY, 'STORAGE_KEY', '{{storage-account-key}}', {
    BlobServiceClient: [
      "new BlobServiceClient('https://contoso.blob.core.windows.net', $C)",
      "new BlobServiceClient('https://contoso.blob.core.windows.net', $C, { retryOptions: { maxTries: 2 } })",
    ],
    BlockBlobClient: ["new BlockBlobClient('https://contoso.blob.core.windows.net/images/a.png', $C)"],
  }),
  ...keyed('@azure/storage-queue', SHARED_KEY, 'QUEUE_KEY', '{{storage-account-key}}', {
    QueueServiceClient: ["new QueueServiceClient('https://contoso.queue.core.windows.net', $C)"],
    QueueClient: ["new QueueClient('https://contoso.queue.core.windows.net/jobs', $C)"],
  }),
  ...keyed('@azure/data-tables', NAMED_KEY, 'TABLE_KEY', '{{storage-account-key}}', {
    TableServiceClient: ["new TableServiceClient('https://contoso.table.core.windows.net', $C)"],
    TableClient: ["new TableClient('https://contoso.table.core.windows.net', 'people', $C)"],
  }),
  ...keyed('@azure/search-documents', AZURE_KEY, 'SEARCH_KEY', '{{search-key}}', {
    SearchClient: ["new SearchClient('https://contoso.search.windows.net', 'hotels', $C)"],
    SearchIndexerClient: ["new SearchIndexerClient('https://contoso.search.windows.net', $C)"],
  }),
  ...keyed('@azure/ai-text-analytics', AZURE_KEY, 'LANGUAGE_KEY', '{{hex}}', {
    TextAnalyticsClient: ["new TextAnalyticsClient('https://contoso.cognitiveservices.azure.com', $C)"],
  }),
  ...keyed('@azure/ai-form-recognizer', AZURE_KEY, 'FORM_KEY', '{{hex}}', {
    DocumentAnalysisClient: ["new DocumentAnalysisClient('https://contoso.cognitiveservices.azure.com', $C)"],
  }),
  ...keyed('@azure/web-pubsub', AZURE_KEY, 'PUBSUB_KEY', '{{key}}', {
    WebPubSubServiceClient: ["new WebPubSubServiceClient('https://contoso.webpubsub.azure.com', $C, 'chat')"],
  }),
  ...keyed(
    '@azure/identity',
    ['new ClientSecretCredential(process.env.TENANT!, process.env.CLIENT!, $S)', 'ClientSecretCredential'],
    'CLIENT_SECRET',
    '{{entra-client-secret}}',
    {
      SecretClient: ["new SecretClient('https://contoso.vault.azure.net', $C)"],
      KeyClient: ["new KeyClient('https://contoso.vault.azure.net', $C)"],
    },
    { SecretClient: '@azure/keyvault-secrets', KeyClient: '@azure/keyvault-keys' },
  ),
];
