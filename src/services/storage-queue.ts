import { sharedKeyLink, storageAccount } from './storage-account';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const CLIENTS = ['QueueServiceClient', 'QueueClient'];

export const storageQueue = defineService({
  id: 'storage-queue',
  title: 'Azure Queue Storage',
  secrets: [],
  endpoint: ({ QueueEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? QueueEndpoint;
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.queue.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEQUEUE_RESOURCEENDPOINT',
  endpointWords: ['queue', 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/storage-queue', [
        rewrite(
          'QueueServiceClient.fromConnectionString($CONNECTION, ...$REST)',
          'new QueueServiceClient($ENDPOINT, $CREDENTIAL, ...$REST)',
        ),
        // The endpoint may end with a slash: the service client joins paths, a template would not.
        rewrite(
          'new QueueClient($CONNECTION, $NAME, ...$REST)',
          'new QueueServiceClient($ENDPOINT, $CREDENTIAL, ...$REST).getQueueClient($NAME)',
        ),
        rewrite(
          'new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'new $CLASS($URL, $CREDENTIAL, ...$REST)',
          { for: CLIENTS },
        ),
        rewrite(
          'newPipeline(new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'newPipeline($CREDENTIAL, ...$REST)',
        ),
        rewrite('new $CLASS($SASURL)', 'new $CLASS($ENDPOINT, $CREDENTIAL)', { for: CLIENTS }),
        rewrite(
          'new $CLASS($SASURL, new AnonymousCredential(), ...$REST)',
          'new $CLASS($ENDPOINT, $CREDENTIAL, ...$REST)',
          { for: CLIENTS },
        ),
        refuse(
          'generateQueueSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'sas-needs-user-delegation-key',
        ),
        refuse(
          'generateAccountSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
          'account-sas',
        ),
        refuse('$CLIENT.generateSasUrl(...$REST)', 'sas-needs-user-delegation-key'),
        refuse('$CLIENT.generateAccountSasUrl(...$REST)', 'account-sas'),
        refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
      ]),
      sdk('azure-storage', [
        refuse('createQueueService($CONNECTION)', 'legacy-sdk'),
        refuse('createQueueService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
      ]),
    ],
    csharp: [
      sdk('Azure.Storage.Queues', [
        rewrite(
          'new QueueServiceClient(connectionString: $CONNECTION, ...$REST)',
          'new QueueServiceClient(serviceUri: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
        ),
        // The endpoint may end with a slash: the service client joins paths.
        rewrite(
          'new QueueClient(connectionString: $CONNECTION, queueName: $NAME, ...$REST)',
          'new QueueServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetQueueClient($NAME)',
        ),
        ...Object.entries({ QueueServiceClient: 'serviceUri', QueueClient: 'queueUri' }).flatMap(([name, uri]) => [
          ...['StorageSharedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
            rewrite(
              `new ${name}(${uri}: $URL, credential: new ${credential}, ...$REST)`,
              `new ${name}(${uri}: $URL, credential: $CREDENTIAL, ...$REST)`,
            ),
          ),
          rewrite(`new ${name}(new Uri($SASURL))`, `new ${name}(new Uri($ENDPOINT), $CREDENTIAL)`),
          rewrite(
            `new ${name}(new Uri($SASURL), options: $OPTIONS)`,
            `new ${name}(new Uri($ENDPOINT), $CREDENTIAL, options: $OPTIONS)`,
          ),
        ]),
        refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
        refuse('$CLIENT.GenerateAccountSasUri(...$REST)', 'account-sas'),
        refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
      ]),
      sdk('Microsoft.Extensions.Azure', [
        rewrite('$BUILDER.AddQueueServiceClient($CONNECTION)', '$BUILDER.AddQueueServiceClient(new Uri($ENDPOINT))', {
          beside: '$BUILDER.UseCredential($CREDENTIAL)',
        }),
        rewrite(
          '$BUILDER.AddQueueServiceClient($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
          '$BUILDER.AddQueueServiceClient($URL)',
          { beside: '$BUILDER.UseCredential($CREDENTIAL)' },
        ),
      ]),
    ],
  },
  calls: {
    read: /^(?:peek)/,
    write: /^(?:send|enqueue)/,
    beyond: /^(?:receive|dequeue|delete|update|clear|create|set)/,
  },
  settings: [
    'AZURE_STORAGEQUEUE_CONNECTIONSTRING',
    'AZURE_STORAGE_CONNECTION_STRING',
    'QUEUE_CONNECTION_STRING',
    'AZURE_STORAGE_KEY',
    'AZURE_STORAGE_SAS_TOKEN',
  ],
  identity: {
    support: 'yes',
    summary:
      'Queue Storage accepts Microsoft Entra tokens. Give the identity the right to send or to process messages and connect with the queue endpoint instead of a key, connection string or SAS.',
    roles: {
      read: [
        {
          name: 'Storage Queue Data Reader',
          id: '19e7f393-937e-4f77-808e-94535e297925',
          allows: 'read and peek at queues and messages',
        },
      ],
      write: [
        {
          name: 'Storage Queue Data Message Sender',
          id: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a',
          allows: 'add messages, nothing else',
        },
        {
          name: 'Storage Queue Data Message Processor',
          id: '8a0f0c08-91a1-4084-bc3d-661d67233fed',
          allows: 'peek at, receive and delete messages',
        },
      ],
      admin: [
        {
          name: 'Storage Queue Data Contributor',
          id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88',
          allows: 'create and delete queues, and everything on messages',
        },
      ],
      other: [
        {
          name: 'Storage Queue Delegator',
          id: '7ee386e9-84f0-448e-80a6-f185f6533131',
          allows: 'get a user delegation key, to sign SAS without the account key',
        },
      ],
    },
    usual: 'Storage Queue Data Contributor',
    endpoint: 'https://<account>.queue.core.windows.net',
    bindings: ['<connection>__queueServiceUri=https://<account>.queue.core.windows.net'],
    scopeNote: 'Prefer the queue as scope: append /queueServices/default/queues/<queue> to the scope.',
    ...storageAccount,
    prove: 'az storage message peek --account-name <account> --queue-name <queue> --auth-mode login --output table',
    limits: [
      'Code that both sends and receives needs both message roles; code that creates its queue needs Storage Queue Data Contributor.',
      'Spring: Service Connector writes no passwordless settings for queues, but Spring Cloud Azure from version 4 takes the account name alone.',
      'Renewing an account key invalidates every SAS signed with it.',
    ],
    links: [
      {
        title: 'Authorize access to queues with Microsoft Entra ID',
        url: 'https://learn.microsoft.com/azure/storage/queues/authorize-access-azure-active-directory',
      },
      sharedKeyLink,
      {
        title: 'Connect to Queue Storage with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-storage-queue',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment, for the service and for one queue',
      file: 'orders.ts',
      before: `import { QueueClient, QueueServiceClient } from "@azure/storage-queue";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
if (!connectionString) throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");

export const orders = QueueServiceClient.fromConnectionString(connectionString).getQueueClient("orders");
export const returns = new QueueClient(connectionString, "returns", { retryOptions: { maxTries: 3 } });
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { QueueServiceClient } from "@azure/storage-queue";

const credential = new DefaultAzureCredential();

const queueEndpoint = process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT;
if (!queueEndpoint) throw new Error("AZURE_STORAGEQUEUE_RESOURCEENDPOINT is missing");

export const orders = new QueueServiceClient(queueEndpoint, credential).getQueueClient("orders");
export const returns = new QueueServiceClient(queueEndpoint, credential, { retryOptions: { maxTries: 3 } }).getQueueClient("returns");
`,
      rules: ['key-auth/storage-queue', 'key-auth/storage-queue'],
    },
    {
      language: 'typescript',
      title: 'a shared key in the code, in CommonJS',
      file: 'worker.js',
      before: `const { QueueServiceClient, StorageSharedKeyCredential } = require('@azure/storage-queue')

const account = 'contoso'
const client = new QueueServiceClient(
  \`https://\${account}.queue.core.windows.net\`,
  new StorageSharedKeyCredential(account, '{{storage-account-key}}')
)

module.exports = client.getQueueClient('orders')
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { QueueServiceClient } = require('@azure/storage-queue')

const credential = new DefaultAzureCredential()

const account = 'contoso'
const client = new QueueServiceClient(
  \`https://\${account}.queue.core.windows.net\`,
  credential
)

module.exports = client.getQueueClient('orders')
`,
      rules: ['hardcoded/storage-account-key'],
    },
    {
      language: 'typescript',
      title: 'a SAS in the URL',
      file: 'peek.ts',
      before: `import { QueueClient } from "@azure/storage-queue";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN;

export const orders = new QueueClient(\`https://contoso.queue.core.windows.net/orders?\${sas}\`);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { QueueClient } from "@azure/storage-queue";

const credential = new DefaultAzureCredential();

export const orders = new QueueClient("https://contoso.queue.core.windows.net/orders", credential);
`,
      rules: ['key-auth/storage-queue'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the account key',
      file: 'share.ts',
      before: `import { generateQueueSASQueryParameters, QueueSASPermissions, StorageSharedKeyCredential } from "@azure/storage-queue";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const token = (expiresOn: Date) =>
  generateQueueSASQueryParameters({ queueName: "orders", expiresOn, permissions: QueueSASPermissions.parse("p") }, key).toString();
`,
      after: null,
      rules: ['key-auth/storage-queue'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const azure = require('azure-storage');

const queues = azure.createQueueService(process.env.AZURE_STORAGE_CONNECTION_STRING);
`,
      after: null,
      rules: ['key-auth/storage-queue'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'one connection string for blobs and queues',
      file: 'Worker.cs',
      before: `using Azure.Storage.Blobs;
using Azure.Storage.Queues;

var connectionString = builder.Configuration["Storage:ConnectionString"];
var blobs = new BlobServiceClient(connectionString);
var orders = new QueueClient(connectionString, "orders", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
`,
      after: `using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

var blobEndpoint = builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"];
var queueEndpoint = builder.Configuration["AZURE_STORAGEQUEUE_RESOURCEENDPOINT"];
var credential = new DefaultAzureCredential();
var blobs = new BlobServiceClient(new Uri(blobEndpoint!), credential);
var orders = new QueueServiceClient(new Uri(queueEndpoint!), credential, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }).GetQueueClient("orders");
`,
      rules: ['key-auth/storage-blob', 'key-auth/storage-queue'],
    },
  ],
});
