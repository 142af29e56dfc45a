import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { CLIENTS } from '../common';

export const typescript: readonly Sdk[] = [
  // Tokens are taken with the request intent "backup" only.
  sdk(
    '@azure/storage-file-share',
    [
      rewrite(
        'ShareServiceClient.fromConnectionString($CONNECTION)',
        'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })',
      ),
      rewrite(
        'ShareServiceClient.fromConnectionString($CONNECTION, { ...$OPTIONS })',
        'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS })',
      ),
      rewrite(
        'new ShareClient($CONNECTION, $NAME)',
        'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" }).getShareClient($NAME)',
      ),
      rewrite(
        'new ShareClient($CONNECTION, $NAME, { ...$OPTIONS })',
        'new ShareServiceClient($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS }).getShareClient($NAME)',
      ),
      rewrite(
        'new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
        'new $CLASS($URL, $CREDENTIAL, { fileRequestIntent: "backup" })',
        { for: CLIENTS },
      ),
      rewrite(
        'new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY), { ...$OPTIONS })',
        'new $CLASS($URL, $CREDENTIAL, { fileRequestIntent: "backup", ...$OPTIONS })',
        { for: CLIENTS },
      ),
      rewrite('new $CLASS($SASURL)', 'new $CLASS($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })', {
        for: CLIENTS,
      }),
      rewrite(
        'new $CLASS($SASURL, new AnonymousCredential())',
        'new $CLASS($ENDPOINT, $CREDENTIAL, { fileRequestIntent: "backup" })',
        {
          for: CLIENTS,
        },
      ),
      refuse('newPipeline(new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'options-unknown'),
      refuse(
        'generateFileSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
        'sas-needs-user-delegation-key',
      ),
      refuse(
        'generateAccountSASQueryParameters($VALUES, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)',
        'account-sas',
      ),
      refuse('$CLIENT.generateSasUrl(...$REST)', 'sas-needs-user-delegation-key'),
      refuse('$CLIENT.generateAccountSasUrl(...$REST)', 'account-sas'),
      refuse('new ShareClient($CONNECTION, $NAME, ...$REST)', 'options-unknown'),
      refuse('ShareServiceClient.fromConnectionString($CONNECTION, ...$REST)', 'options-unknown'),
      refuse('new $CLASS($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'options-unknown', {
        for: CLIENTS,
      }),
      refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
    ],
    { since: '12.14.0' },
  ),
  sdk('azure-storage', [
    refuse('createFileService($CONNECTION)', 'legacy-sdk'),
    refuse('createFileService($ACCOUNT, $KEY, ...$REST)', 'legacy-sdk'),
  ]),
];
