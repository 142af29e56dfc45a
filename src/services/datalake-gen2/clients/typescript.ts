import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

const CLIENTS = [
  'DataLakeServiceClient',
  'DataLakeFileSystemClient',
  'DataLakeDirectoryClient',
  'DataLakeFileClient',
  'DataLakePathClient',
];

export const typescript: readonly Sdk[] = [
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
];
