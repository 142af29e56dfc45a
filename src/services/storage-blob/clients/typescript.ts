import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';

const CLIENTS = [
  'BlobServiceClient',
  'ContainerClient',
  'BlobClient',
  'BlockBlobClient',
  'AppendBlobClient',
  'PageBlobClient',
];

export const typescript: readonly Sdk[] = [
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
  // The connection string stays an argument, which they do not read beside an address and a credential.
  sdk(
    'botbuilder-azure-blobs',
    ['BlobsStorage', 'BlobsTranscriptStore'].map((name) =>
      byHand(
        `new ${name}($CONNECTION, $CONTAINER, ...$REST)`,
        `new ${name}("", container, {}, "https://<account>.blob.core.windows.net/<container>", new DefaultAzureCredential())`,
        { when: { test: (code) => !/credential/i.test(code) } },
      ),
    ),
  ),
  sdk('botbuilder-azure', [
    refuse('new BlobStorage({ storageAccessKey: $KEY, ...$REST })', 'package-without-entra'),
    refuse('new AzureBlobTranscriptStore({ storageAccessKey: $KEY, ...$REST })', 'package-without-entra'),
  ]),
  ...['@langchain/community', 'langchain'].flatMap((name) =>
    ['container', 'file'].map((what) =>
      sdk(`${name}/document_loaders/web/azure_blob_storage_${what}`, [
        refuse(
          `new AzureBlobStorage${what === 'container' ? 'Container' : 'File'}Loader({ azureConfig: { connectionString: $CONNECTION, ...$AZURE }, ...$REST })`,
          'package-without-entra',
        ),
      ]),
    ),
  ),
  sdk('azure-storage', [
    refuse('createBlobService($CONNECTION)', 'legacy-sdk'),
    refuse('createBlobService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
  ]),
];
