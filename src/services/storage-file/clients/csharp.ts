import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { CLIENTS } from '../common';

const NET_INTENT =
  'new ShareClientOptions { ShareTokenIntent = Azure.Storage.Files.Shares.Models.ShareTokenIntent.Backup }';

export const csharp: readonly Sdk[] = [
  // Tokens are taken with the request intent "backup" only.
  sdk('Azure.Storage.Files.Shares', [
    rewrite(
      'new ShareServiceClient($CONNECTION)',
      `new ShareServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT})`,
    ),
    rewrite(
      'new ShareClient($CONNECTION, $NAME)',
      `new ShareServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT}).GetShareClient($NAME)`,
    ),
    ...Object.entries({
      ShareDirectoryClient: ['directoryPath', 'GetDirectoryClient'],
      ShareFileClient: ['filePath', 'GetRootDirectoryClient().GetFileClient'],
    }).map(([name, [path = '', get = '']]) =>
      rewrite(
        `new ${name}(connectionString: $CONNECTION, shareName: $NAME, ${path}: $PATH)`,
        `new ShareServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT}).GetShareClient($NAME).${get}($PATH)`,
      ),
    ),
    ...['StorageSharedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].flatMap((credential) => [
      rewrite(`new $CLASS($URL, new ${credential})`, `new $CLASS($URL, $CREDENTIAL, ${NET_INTENT})`, {
        for: CLIENTS,
      }),
      refuse(`new $CLASS($URL, new ${credential}, ...$REST)`, 'options-unknown', { for: CLIENTS }),
    ]),
    rewrite('new $CLASS(new Uri($SASURL))', `new $CLASS(new Uri($ENDPOINT), $CREDENTIAL, ${NET_INTENT})`, {
      for: CLIENTS,
    }),
    refuse('new ShareServiceClient(connectionString: $CONNECTION, ...$REST)', 'options-unknown'),
    refuse('new $CLASS(connectionString: $CONNECTION, shareName: $NAME, ...$REST)', 'options-unknown', {
      for: CLIENTS.slice(1),
    }),
    refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
    refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
  ]),
  sdk('Microsoft.Extensions.Azure', [refuse('$BUILDER.AddShareServiceClient($CONNECTION)', 'options-unknown')]),
];
