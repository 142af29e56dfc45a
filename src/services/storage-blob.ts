import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';
import { sharedKeyLink, storageAccount } from './storage-account';

const CLIENTS = [
  'BlobServiceClient',
  'ContainerClient',
  'BlobClient',
  'BlockBlobClient',
  'AppendBlobClient',
  'PageBlobClient',
];

export const storageBlob = defineService({
  id: 'storage-blob',
  title: 'Azure Blob Storage',
  secrets: ['storage-connection-string', 'storage-account-key', 'storage-sas'],
  endpoint: ({ BlobEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    if (Url) return Url.replace(/\/$/, '');
    if (BlobEndpoint) return BlobEndpoint.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.blob.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEBLOB_RESOURCEENDPOINT',
  endpointWords: ['blob', 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/storage-blob', [
        rewrite(
          'BlobServiceClient.fromConnectionString($CONNECTION, ...$REST)',
          'new BlobServiceClient($ENDPOINT, $CREDENTIAL, ...$REST)',
        ),
        // The endpoint may end with a slash (Service Connector's does): the service client joins paths, a template would not.
        rewrite(
          'new ContainerClient($CONNECTION, $CONTAINER, ...$REST)',
          'new BlobServiceClient($ENDPOINT, $CREDENTIAL, ...$REST).getContainerClient($CONTAINER)',
        ),
        ...CLIENTS.filter((name) => name.endsWith('BlobClient')).map((name) =>
          rewrite(
            `new ${name}($CONNECTION, $CONTAINER, $BLOB, ...$REST)`,
            `new BlobServiceClient($ENDPOINT, $CREDENTIAL, ...$REST).getContainerClient($CONTAINER).get${name}($BLOB)`,
          ),
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
          'generateBlobSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
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
        refuse('createBlobService($CONNECTION)', 'legacy-sdk'),
        refuse('createBlobService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
      ]),
    ],
  },
  settings: [
    'AZURE_STORAGE_CONNECTION_STRING',
    'AZURE_STORAGE_KEY',
    'AZURE_STORAGE_ACCOUNT_KEY',
    'AZURE_STORAGE_ACCESS_KEY',
    'AZURE_STORAGE_SAS_TOKEN',
    'AZURE_STORAGEBLOB_CONNECTIONSTRING',
    'STORAGE_CONNECTION_STRING',
    'STORAGE_ACCOUNT_KEY',
    'BLOB_CONNECTION_STRING',
    'AzureWebJobsStorage',
  ],
  identity: {
    support: 'yes',
    summary:
      'Blob Storage accepts Microsoft Entra tokens. Give the identity of the workload a data role on the container or the account and connect with the blob endpoint instead of a key, connection string or SAS.',
    roles: {
      read: [
        {
          name: 'Storage Blob Data Reader',
          id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
          allows: 'read and list blobs and containers',
        },
      ],
      write: [
        {
          name: 'Storage Blob Data Contributor',
          id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
          allows: 'read, write and delete blobs and containers',
        },
      ],
      admin: [
        {
          name: 'Storage Blob Data Owner',
          id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
          allows: 'everything on blobs, and set owners and POSIX access control (Data Lake)',
        },
      ],
      other: [
        {
          name: 'Storage Blob Delegator',
          id: 'db58b8e5-c6ad-4a2a-8342-4190687cbf4a',
          allows: 'get a user delegation key, to sign SAS without the account key',
        },
      ],
    },
    usual: 'Storage Blob Data Contributor',
    endpoint: 'https://<account>.blob.core.windows.net',
    bindings: [
      '<connection>__blobServiceUri=https://<account>.blob.core.windows.net',
      '<connection>__queueServiceUri=https://<account>.queue.core.windows.net',
    ],
    scopeNote: 'Prefer the container as scope: append /blobServices/default/containers/<container> to the scope.',
    ...storageAccount,
    prove:
      'az storage blob list --account-name <account> --container-name <container> --auth-mode login --output table',
    limits: [
      'Legacy SDKs (npm azure-storage, WindowsAzure.Storage, Microsoft.Azure.Storage.*, com.microsoft.azure:azure-storage, azure-storage-blob-go) cannot use a token credential of this kind: move to the current package first.',
      'Code that signs SAS with the account key must switch to user delegation SAS (role Storage Blob Delegator and a user delegation key).',
      'Renewing an account key invalidates every SAS signed with it.',
      'Anonymous and static website access has nothing to do with keys and stays as it is.',
    ],
    links: [
      {
        title: 'Authorize access to blobs with Microsoft Entra ID',
        url: 'https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory',
      },
      sharedKeyLink,
      {
        title: 'Connect to Blob Storage with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-storage-blob',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string in the code, guarded and shared by two clients',
      file: 'upload.ts',
      before: `import { BlobServiceClient } from "@azure/storage-blob";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING || "{{storage-connection-string:contoso}}";
if (!connectionString) {
  throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");
}

export const photos = BlobServiceClient.fromConnectionString(connectionString).getContainerClient("photos");
export const audit = BlobServiceClient.fromConnectionString(
  connectionString, // the same account
  { retryOptions: { maxTries: 3 } },
);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || "https://contoso.blob.core.windows.net";
if (!blobEndpoint) {
  throw new Error("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
}

export const photos = new BlobServiceClient(blobEndpoint, credential).getContainerClient("photos");
export const audit = new BlobServiceClient(
  blobEndpoint,
  credential, // the same account
  { retryOptions: { maxTries: 3 } },
);
`,
      rules: ['hardcoded/storage-connection-string', 'key-auth/storage-blob', 'key-auth/storage-blob'],
    },
    {
      language: 'typescript',
      title: 'a shared key in CommonJS',
      file: 'download.js',
      before: `const { BlobServiceClient, StorageSharedKeyCredential } = require('@azure/storage-blob')
require('dotenv').config()

const account = process.env.ACCOUNT_NAME
const accountKey = process.env.ACCOUNT_KEY
if (!account || !accountKey) throw Error('Azure Storage settings are missing')

const sharedKeyCredential = new StorageSharedKeyCredential(account, accountKey)

async function main() {
  const client = new BlobServiceClient(
    \`https://\${account}.blob.core.windows.net\`,
    sharedKeyCredential
  )
  for await (const container of client.listContainers()) console.log(container.name)
}

main()
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { BlobServiceClient } = require('@azure/storage-blob')
require('dotenv').config()

const credential = new DefaultAzureCredential()

const account = process.env.ACCOUNT_NAME
if (!account) throw Error('Azure Storage settings are missing')

async function main() {
  const client = new BlobServiceClient(
    \`https://\${account}.blob.core.windows.net\`,
    credential
  )
  for await (const container of client.listContainers()) console.log(container.name)
}

main()
`,
      rules: ['key-auth/storage-blob'],
    },
    {
      language: 'typescript',
      title: 'a SAS in the URL',
      file: 'list.ts',
      before: `import { BlobServiceClient } from "@azure/storage-blob";

const sasToken = process.env.AZURE_STORAGE_SAS_TOKEN;

export const client = new BlobServiceClient(\`https://contoso.blob.core.windows.net/?\${sasToken}\`);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export const client = new BlobServiceClient("https://contoso.blob.core.windows.net", credential);
`,
      rules: ['key-auth/storage-blob'],
    },
    {
      language: 'typescript',
      title: 'clients of one container and one blob',
      file: 'container.ts',
      before: `import { BlockBlobClient, ContainerClient } from "@azure/storage-blob";

export const photos = new ContainerClient(process.env.AZURE_STORAGE_CONNECTION_STRING!, "photos");
export const cat = new BlockBlobClient(process.env.AZURE_STORAGE_CONNECTION_STRING!, "photos", "cat.png");
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export const photos = new BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, credential).getContainerClient("photos");
export const cat = new BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, credential).getContainerClient("photos").getBlockBlobClient("cat.png");
`,
      rules: ['key-auth/storage-blob', 'key-auth/storage-blob'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the account key',
      file: 'share.ts',
      before: `import { BlobSASPermissions, generateBlobSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-blob";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const link = (blobName: string, expiresOn: Date) =>
  generateBlobSASQueryParameters({ containerName: "photos", blobName, expiresOn, permissions: BlobSASPermissions.parse("r") }, key);
`,
      after: null,
      rules: ['key-auth/storage-blob'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const azure = require('azure-storage');

const blobs = azure.createBlobService(process.env.AZURE_STORAGE_CONNECTION_STRING);
`,
      after: null,
      rules: ['key-auth/storage-blob'],
      refusal: 'legacy-sdk',
    },
  ],
});
