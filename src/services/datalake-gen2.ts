import { fileCalls, sharedKeyLink, storageAccount } from './storage-account';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

const CLIENTS = [
  'DataLakeServiceClient',
  'DataLakeFileSystemClient',
  'DataLakeDirectoryClient',
  'DataLakeFileClient',
  'DataLakePathClient',
];

/** The clients of .NET and what they call the parameter of their address. */
const NET_CLIENTS = {
  DataLakeServiceClient: 'serviceUri',
  DataLakeFileSystemClient: 'fileSystemUri',
  DataLakeDirectoryClient: 'directoryUri',
  DataLakeFileClient: 'fileUri',
  DataLakePathClient: 'pathUri',
};

export const datalakeGen2 = defineService({
  id: 'datalake-gen2',
  title: 'Azure Data Lake Storage Gen2',
  secrets: [],
  // As the SDK does: the dfs endpoint beside the blob endpoint of the connection string.
  endpoint: ({ DfsEndpoint, BlobEndpoint, AccountName, EndpointSuffix = 'core.windows.net', Url }) => {
    const own = Url ?? DfsEndpoint ?? BlobEndpoint?.replace('.blob.', '.dfs.');
    if (own) return own.replace(/\/$/, '');
    return AccountName ? `https://${AccountName}.dfs.${EndpointSuffix}` : null;
  },
  endpointSetting: 'AZURE_STORAGEDFS_RESOURCEENDPOINT',
  endpointWords: ['dfs', 'endpoint'],
  clients: {
    typescript: [
      sdk('@azure/storage-file-datalake', [
        rewrite(
          'DataLakeServiceClient.fromConnectionString($CONNECTION, ...$REST)',
          'new DataLakeServiceClient($ENDPOINT, $CREDENTIAL, ...$REST)',
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
          'generateDataLakeSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
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
    ],
    csharp: [
      sdk('Azure.Storage.Files.DataLake', [
        rewrite(
          'new DataLakeServiceClient(connectionString: $CONNECTION, ...$REST)',
          'new DataLakeServiceClient(serviceUri: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
        ),
        // The endpoint may end with a slash: the service client joins paths.
        rewrite(
          'new DataLakeFileSystemClient(connectionString: $CONNECTION, fileSystemName: $NAME, ...$REST)',
          'new DataLakeServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetFileSystemClient($NAME)',
        ),
        ...['File', 'Directory'].map((name) =>
          rewrite(
            `new DataLake${name}Client(connectionString: $CONNECTION, fileSystemName: $NAME, ${name.toLowerCase()}Path: $PATH, ...$REST)`,
            `new DataLakeServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetFileSystemClient($NAME).Get${name}Client($PATH)`,
          ),
        ),
        ...Object.entries(NET_CLIENTS).flatMap(([name, uri]) => [
          ...['StorageSharedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
            rewrite(
              `new ${name}(${uri}: $URL, credential: new ${credential}, ...$REST)`,
              `new ${name}(${uri}: $URL, credential: $CREDENTIAL, ...$REST)`,
            ),
          ),
          rewrite(`new ${name}(new Uri($SASURL))`, `new ${name}(new Uri($ENDPOINT), $CREDENTIAL)`),
        ]),
        refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
        refuse('$CLIENT.GenerateAccountSasUri(...$REST)', 'account-sas'),
        refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
      ]),
      sdk('Microsoft.Extensions.Azure', [
        rewrite(
          '$BUILDER.AddDataLakeServiceClient($CONNECTION)',
          '$BUILDER.AddDataLakeServiceClient(new Uri($ENDPOINT))',
          {
            beside: '$BUILDER.UseCredential($CREDENTIAL)',
          },
        ),
      ]),
    ],
  },
  calls: fileCalls,
  settings: ['AZURE_STORAGE_CONNECTION_STRING', 'AZURE_STORAGE_KEY', 'AZURE_STORAGE_SAS_TOKEN', 'ADLS_ACCOUNT_KEY'],
  identity: {
    support: 'yes',
    summary:
      'Data Lake Storage Gen2 accepts Microsoft Entra tokens. Give the identity a blob data role, or finer rights through access control lists, and connect with the dfs endpoint.',
    roles: {
      read: [
        {
          name: 'Storage Blob Data Reader',
          id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
          allows: 'read and list files and folders',
        },
      ],
      write: [
        {
          name: 'Storage Blob Data Contributor',
          id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
          allows: 'read, write and delete files and folders',
        },
      ],
      admin: [
        {
          name: 'Storage Blob Data Owner',
          id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b',
          allows: 'everything, and set owners and access control lists',
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
    endpoint: 'https://<account>.dfs.core.windows.net',
    scopeNote:
      'Prefer the file system as scope: append /blobServices/default/containers/<file-system> to the scope. Finer rights: access control lists on paths, without a role.',
    ...storageAccount,
    prove:
      'az storage fs file list --account-name <account> --file-system <file-system> --auth-mode login --output table',
    limits: [
      'Needs an account with hierarchical namespace. The blob roles apply.',
      'Setting access control lists or owners needs Storage Blob Data Owner.',
    ],
    links: [
      {
        title: 'Access control model of Data Lake Storage',
        url: 'https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control-model',
      },
      sharedKeyLink,
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string in the code',
      file: 'lake.ts',
      before: `import { DataLakeServiceClient } from "@azure/storage-file-datalake";

export const lake = DataLakeServiceClient.fromConnectionString("{{storage-connection-string:contoso}}", { retryOptions: { maxTries: 3 } });
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const credential = new DefaultAzureCredential();

export const lake = new DataLakeServiceClient("https://contoso.dfs.core.windows.net", credential, { retryOptions: { maxTries: 3 } });
`,
      rules: ['hardcoded/storage-connection-string'],
    },
    {
      language: 'typescript',
      title: 'one shared key for two clients',
      file: 'ingest.js',
      before: `const { DataLakeFileSystemClient, DataLakeServiceClient, StorageSharedKeyCredential } = require("@azure/storage-file-datalake");

const account = process.env.ACCOUNT_NAME;
const key = new StorageSharedKeyCredential(account, process.env.ACCOUNT_KEY);

const service = new DataLakeServiceClient(\`https://\${account}.dfs.core.windows.net\`, key);
const raw = new DataLakeFileSystemClient(\`https://\${account}.dfs.core.windows.net/raw\`, key);

module.exports = { service, raw };
`,
      after: `const { DefaultAzureCredential } = require("@azure/identity");
const { DataLakeFileSystemClient, DataLakeServiceClient } = require("@azure/storage-file-datalake");

const credential = new DefaultAzureCredential();

const account = process.env.ACCOUNT_NAME;

const service = new DataLakeServiceClient(\`https://\${account}.dfs.core.windows.net\`, credential);
const raw = new DataLakeFileSystemClient(\`https://\${account}.dfs.core.windows.net/raw\`, credential);

module.exports = { service, raw };
`,
      rules: ['key-auth/datalake-gen2', 'key-auth/datalake-gen2'],
    },
    {
      language: 'typescript',
      title: 'a SAS in the URL',
      file: 'read.ts',
      before: `import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const url = "https://contoso.dfs.core.windows.net";

export const lake = new DataLakeServiceClient(\`\${url}?\${process.env.AZURE_STORAGE_SAS_TOKEN}\`);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const credential = new DefaultAzureCredential();

const url = "https://contoso.dfs.core.windows.net";

export const lake = new DataLakeServiceClient(url, credential);
`,
      rules: ['key-auth/datalake-gen2'],
    },
    {
      language: 'typescript',
      title: 'a SAS signed with the account key',
      file: 'share.ts',
      before: `import { FileSystemSASPermissions, generateDataLakeSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-file-datalake";

const key = new StorageSharedKeyCredential("contoso", process.env.ACCOUNT_KEY!);

export const token = (expiresOn: Date) =>
  generateDataLakeSASQueryParameters({ fileSystemName: "raw", expiresOn, permissions: FileSystemSASPermissions.parse("r") }, key).toString();
`,
      after: null,
      rules: ['key-auth/datalake-gen2'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'csharp',
      title: 'a shared key',
      file: 'Lake.cs',
      before: `using System;
using Azure.Storage;
using Azure.Storage.Files.DataLake;

public static class Lake
{
    public static DataLakeServiceClient Open(IConfiguration configuration) =>
        new DataLakeServiceClient(
            new Uri("https://contoso.dfs.core.windows.net"),
            new StorageSharedKeyCredential("contoso", configuration["Lake:Key"]));
}
`,
      after: `using System;
using Azure.Identity;
using Azure.Storage.Files.DataLake;

public static class Lake
{
    public static DataLakeServiceClient Open(IConfiguration configuration) =>
        new DataLakeServiceClient(
            new Uri("https://contoso.dfs.core.windows.net"),
            new DefaultAzureCredential());
}
`,
      rules: ['key-auth/datalake-gen2'],
    },
    {
      language: 'csharp',
      title: 'a file and a directory',
      file: 'Paths.cs',
      before: `using System;
using Azure.Storage.Files.DataLake;

var conn = Environment.GetEnvironmentVariable("DATALAKE_CONNECTION_STRING");
DataLakeFileClient file = new(conn, "raw", "2026/orders.csv");
var folder = new DataLakeDirectoryClient(conn, "raw", "2026");
`,
      after: `using System;
using Azure.Identity;
using Azure.Storage.Files.DataLake;

var dfsEndpoint = Environment.GetEnvironmentVariable("AZURE_STORAGEDFS_RESOURCEENDPOINT");
var credential = new DefaultAzureCredential();
DataLakeFileClient file = new DataLakeServiceClient(new Uri(dfsEndpoint!), credential).GetFileSystemClient("raw").GetFileClient("2026/orders.csv");
var folder = new DataLakeServiceClient(new Uri(dfsEndpoint!), credential).GetFileSystemClient("raw").GetDirectoryClient("2026");
`,
      rules: ['key-auth/datalake-gen2', 'key-auth/datalake-gen2'],
    },
  ],
});
