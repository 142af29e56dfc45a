import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

const CLIENTS = ['QueueServiceClient', 'QueueClient'];

export const typescript: readonly Sdk[] = [
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
];
