import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';
import { netLegacyStorage, sharedKeyLink, storageAccount } from './storage-account';

const CLIENTS = [
  'BlobServiceClient',
  'ContainerClient',
  'BlobClient',
  'BlockBlobClient',
  'AppendBlobClient',
  'PageBlobClient',
];

/** The clients of .NET and what they call the parameter of their address. */
const NET_CLIENTS = {
  BlobServiceClient: 'serviceUri',
  BlobContainerClient: 'blobContainerUri',
  BlobClient: 'blobUri',
  BlockBlobClient: 'blobUri',
  AppendBlobClient: 'blobUri',
  PageBlobClient: 'blobUri',
  BlobBaseClient: 'blobUri',
};
const NET_BLOBS = ['BlobClient', 'BlockBlobClient', 'AppendBlobClient', 'PageBlobClient', 'BlobBaseClient'];
/** The clients, and the extension methods that give them. */
const NET_SPECIALIZED = Object.fromEntries(
  NET_BLOBS.slice(1).flatMap((name) => [name, `Get${name}`].map((one) => [one, 'Azure.Storage.Blobs.Specialized'])),
);

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
    csharp: [
      sdk(
        'Azure.Storage.Blobs',
        [
          rewrite(
            'new BlobServiceClient(connectionString: $CONNECTION, ...$REST)',
            'new BlobServiceClient(serviceUri: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
          ),
          // The endpoint may end with a slash: the service client joins paths.
          rewrite(
            'new BlobContainerClient(connectionString: $CONNECTION, blobContainerName: $CONTAINER, ...$REST)',
            'new BlobServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetBlobContainerClient($CONTAINER)',
          ),
          ...NET_BLOBS.map((name) =>
            rewrite(
              `new ${name}(connectionString: $CONNECTION, blobContainerName: $CONTAINER, blobName: $BLOB, ...$REST)`,
              `new BlobServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetBlobContainerClient($CONTAINER).Get${name}($BLOB)`,
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
            rewrite(
              `new ${name}(new Uri($SASURL), options: $OPTIONS)`,
              `new ${name}(new Uri($ENDPOINT), $CREDENTIAL, options: $OPTIONS)`,
            ),
          ]),
          refuse(
            '$VALUES.ToSasQueryParameters(new StorageSharedKeyCredential($ACCOUNT, $KEY))',
            'sas-needs-user-delegation-key',
          ),
          refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
          refuse('$CLIENT.GenerateAccountSasUri(...$REST)', 'account-sas'),
          refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
        ],
        { namespaces: NET_SPECIALIZED },
      ),
      sdk('Microsoft.Extensions.Azure', [
        rewrite('$BUILDER.AddBlobServiceClient($CONNECTION)', '$BUILDER.AddBlobServiceClient(new Uri($ENDPOINT))', {
          beside: '$BUILDER.UseCredential($CREDENTIAL)',
        }),
        rewrite(
          '$BUILDER.AddBlobServiceClient($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
          '$BUILDER.AddBlobServiceClient($URL)',
          { beside: '$BUILDER.UseCredential($CREDENTIAL)' },
        ),
      ]),
      ...netLegacyStorage,
    ],
  },
  calls: {
    read: /^(?:download|openread|listblobs|getblobs|listcontainers|getblobcontainers|getproperties|getblobproperties|readall)/,
    write:
      /^(?:upload|stageblock|commitblock|appendblock|delete|undelete|create|set|begincopy|startcopy|synccopy|copyfrom|openwrite|newwriter|generatesas)/,
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
    {
      language: 'csharp',
      title: 'a client for dependency injection, from a connection string in the configuration',
      file: 'Program.cs',
      before: `using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => new BlobServiceClient(builder.Configuration.GetConnectionString("Storage")));

var app = builder.Build();
app.MapGet("/", (BlobServiceClient blobs) => blobs.AccountName);
app.Run();
`,
      after: `using Azure.Identity;
using Azure.Storage.Blobs;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(_ => new BlobServiceClient(new Uri(builder.Configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), new DefaultAzureCredential()));

var app = builder.Build();
app.MapGet("/", (BlobServiceClient blobs) => blobs.AccountName);
app.Run();
`,
      rules: ['key-auth/storage-blob'],
    },
    {
      language: 'csharp',
      title: 'AddAzureClients',
      file: 'Startup.cs',
      before: `using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

public class Startup
{
    private readonly IConfiguration configuration;

    public Startup(IConfiguration configuration) => this.configuration = configuration;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAzureClients(clients =>
        {
            clients.AddBlobServiceClient(configuration["Storage:ConnectionString"]).WithName("photos");
        });
    }
}
`,
      after: `using System;
using Azure.Identity;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

public class Startup
{
    private readonly IConfiguration configuration;

    public Startup(IConfiguration configuration) => this.configuration = configuration;

    public void ConfigureServices(IServiceCollection services)
    {
        services.AddAzureClients(clients =>
        {
            clients.AddBlobServiceClient(new Uri(configuration["AZURE_STORAGEBLOB_RESOURCEENDPOINT"])).WithName("photos");
            clients.UseCredential(new DefaultAzureCredential());
        });
    }
}
`,
      rules: ['key-auth/storage-blob'],
    },
    {
      language: 'csharp',
      title: 'a shared key and a guard',
      file: 'Upload.cs',
      before: `using System;
using System.Threading.Tasks;
using Azure.Storage;
using Azure.Storage.Blobs;

namespace Photos
{
    public static class Upload
    {
        public static async Task Main()
        {
            string account = Environment.GetEnvironmentVariable("ACCOUNT_NAME");
            string accountKey = Environment.GetEnvironmentVariable("ACCOUNT_KEY");
            if (string.IsNullOrEmpty(account) || string.IsNullOrEmpty(accountKey))
            {
                throw new InvalidOperationException("Storage settings are missing");
            }

            var sharedKey = new StorageSharedKeyCredential(account, accountKey);
            var service = new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), sharedKey);
            await service.GetBlobContainerClient("photos").CreateIfNotExistsAsync();
        }
    }
}
`,
      after: `using System;
using System.Threading.Tasks;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Photos
{
    public static class Upload
    {
        public static async Task Main()
        {
            string account = Environment.GetEnvironmentVariable("ACCOUNT_NAME");
            if (string.IsNullOrEmpty(account))
            {
                throw new InvalidOperationException("Storage settings are missing");
            }

            var credential = new DefaultAzureCredential();
            var service = new BlobServiceClient(new Uri($"https://{account}.blob.core.windows.net"), credential);
            await service.GetBlobContainerClient("photos").CreateIfNotExistsAsync();
        }
    }
}
`,
      rules: ['key-auth/storage-blob'],
    },
    {
      language: 'csharp',
      title: 'a connection string in a constant, for two clients',
      file: 'PhotoStore.cs',
      before: `using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Photos;

public class PhotoStore
{
    private const string ConnectionString = "{{storage-connection-string:contoso}}";

    private readonly BlobContainerClient _container = new(ConnectionString, "photos");

    public AppendBlobClient Log(string name) =>
        new AppendBlobClient(ConnectionString, "logs", name, new BlobClientOptions { EnableTenantDiscovery = true });
}
`,
      after: `using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Photos;

public class PhotoStore
{
    private const string BlobEndpoint = "https://contoso.blob.core.windows.net";

    private readonly BlobContainerClient _container = new BlobServiceClient(new Uri(BlobEndpoint), new DefaultAzureCredential()).GetBlobContainerClient("photos");

    public AppendBlobClient Log(string name) =>
        new BlobServiceClient(new Uri(BlobEndpoint), new DefaultAzureCredential(), new BlobClientOptions { EnableTenantDiscovery = true }).GetBlobContainerClient("logs").GetAppendBlobClient(name);
}
`,
      rules: ['hardcoded/storage-connection-string'],
    },
    {
      language: 'csharp',
      title: 'a SAS signed with the account key',
      file: 'Share.cs',
      before: `using System;
using Azure.Storage;
using Azure.Storage.Sas;
using Azure.Storage.Blobs;

public static class Share
{
    public static string Sign(BlobSasBuilder sas) =>
        sas.ToSasQueryParameters(new StorageSharedKeyCredential("contoso", Environment.GetEnvironmentVariable("AZURE_STORAGE_KEY"))).ToString();
}
`,
      after: null,
      rules: ['key-auth/storage-blob'],
      refusal: 'sas-needs-user-delegation-key',
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using System.Configuration;
using Microsoft.WindowsAzure.Storage;

var account = CloudStorageAccount.Parse(ConfigurationManager.AppSettings["StorageConnectionString"]);
`,
      after: null,
      rules: ['key-auth/storage-blob'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'the package before Azure.Storage.Blobs',
      file: 'Cloud.cs',
      before: `using Microsoft.Azure.Storage;
using Microsoft.Azure.Storage.Auth;
using Microsoft.Azure.Storage.Blob;

public class Cloud
{
    public CloudBlobClient Create(IConfiguration configuration)
    {
        var credentials = new StorageCredentials(configuration["Storage:Account"], configuration["Storage:Key"]);
        return new CloudStorageAccount(credentials, useHttps: true).CreateCloudBlobClient();
    }
}
`,
      after: null,
      rules: ['key-auth/storage-blob'],
      refusal: 'legacy-sdk',
    },
  ],
});
