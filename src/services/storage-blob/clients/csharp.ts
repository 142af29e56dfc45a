import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { takesConnection } from '../../shared/no-client';
import { orleans } from '../../shared/orleans';
import { netLegacyStorage } from '../../shared/storage-account';

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

export const csharp: readonly Sdk[] = [
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
      extraCall: '$BUILDER.UseCredential($CREDENTIAL)',
    }),
    rewrite(
      '$BUILDER.AddBlobServiceClient($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
      '$BUILDER.AddBlobServiceClient($URL)',
      { extraCall: '$BUILDER.UseCredential($CREDENTIAL)' },
    ),
  ]),
  // Keys of ASP.NET Core: a blob client of the same blob takes the place of the connection string.
  sdk(
    'Azure.Extensions.AspNetCore.DataProtection.Blobs',
    [
      rewrite(
        '$BUILDER.PersistKeysToAzureBlobStorage(connectionString: $CONNECTION, containerName: $CONTAINER, blobName: $BLOB)',
        '$BUILDER.PersistKeysToAzureBlobStorage(blobClient: new BlobServiceClient(new Uri($ENDPOINT), $CREDENTIAL).GetBlobContainerClient($CONTAINER).GetBlobClient($BLOB))',
      ),
      rewrite(
        '$BUILDER.PersistKeysToAzureBlobStorage(blobUri: $URL, sharedKeyCredential: new StorageSharedKeyCredential($ACCOUNT, $KEY))',
        '$BUILDER.PersistKeysToAzureBlobStorage(blobUri: $URL, tokenCredential: $CREDENTIAL)',
      ),
      rewrite(
        '$BUILDER.PersistKeysToAzureBlobStorage(new Uri($SASURL))',
        '$BUILDER.PersistKeysToAzureBlobStorage(new Uri($ENDPOINT), $CREDENTIAL)',
      ),
    ],
    {
      namespaces: {
        PersistKeysToAzureBlobStorage: 'Microsoft.AspNetCore.DataProtection',
        BlobServiceClient: 'Azure.Storage.Blobs',
      },
      words: ['PersistKeysToAzureBlobStorage'],
    },
  ),
  orleans('ConfigureBlobServiceClient', 'AddAzureBlobGrainStorage', 'AddAzureBlobGrainStorageAsDefault'),
  sdk(
    'Serilog',
    ['', 'formatter: $FORMATTER, '].map((before) =>
      byHand(
        `$SINK.AzureBlobStorage(${before}connectionString: $CONNECTION, ...$REST)`,
        'WriteTo.AzureBlobStorage(blobServiceClient: new BlobServiceClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AzureBlobStorage') },
      ),
    ),
    { words: ['.AzureBlobStorage('] },
  ),
  sdk(
    '',
    [
      byHand(
        '$CHECKS.AddAzureBlobStorage(connectionString: $CONNECTION, ...$REST)',
        'AddAzureBlobStorage(services => new BlobServiceClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AddAzureBlobStorage') },
      ),
    ],
    { words: ['.AddAzureBlobStorage('] },
  ),
  sdk(
    'DurableTask.AzureStorage',
    [
      byHand(
        'new StorageAccountClientProvider($CONNECTION)',
        'new StorageAccountClientProvider(accountName, new DefaultAzureCredential())',
      ),
      byHand(
        'new AzureStorageOrchestrationServiceSettings(...$REST).StorageConnectionString = $CONNECTION',
        'StorageAccountClientProvider = new StorageAccountClientProvider(accountName, new DefaultAzureCredential())',
      ),
    ],
    { words: ['DurableTask.AzureStorage'] },
  ),
  sdk(
    'Microsoft.Bot.Builder.Azure.Blobs',
    ['BlobsStorage', 'BlobsTranscriptStore'].map((name) =>
      byHand(
        `new ${name}(dataConnectionString: $CONNECTION, containerName: $CONTAINER, ...$REST)`,
        `new ${name}(blobContainerUri, new DefaultAzureCredential())`,
      ),
    ),
  ),
  ...netLegacyStorage,
];
