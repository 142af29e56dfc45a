import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

/** The clients of .NET and what they call the parameter of their address. */
const NET_CLIENTS = {
  DataLakeServiceClient: 'serviceUri',
  DataLakeFileSystemClient: 'fileSystemUri',
  DataLakeDirectoryClient: 'directoryUri',
  DataLakeFileClient: 'fileUri',
  DataLakePathClient: 'pathUri',
};

export const csharp: readonly Sdk[] = [
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
    rewrite('$BUILDER.AddDataLakeServiceClient($CONNECTION)', '$BUILDER.AddDataLakeServiceClient(new Uri($ENDPOINT))', {
      extraCall: '$BUILDER.UseCredential($CREDENTIAL)',
    }),
  ]),
];
