import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { takesConnection } from '../../shared/no-client';
import { orleans } from '../../shared/orleans';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Storage.Queues', [
    rewrite(
      'new QueueServiceClient(connectionString: $CONNECTION, ...$REST)',
      'new QueueServiceClient(serviceUri: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
    ),
    // The endpoint may end with a slash: the service client joins paths.
    rewrite(
      'new QueueClient(connectionString: $CONNECTION, queueName: $NAME, ...$REST)',
      'new QueueServiceClient(new Uri($ENDPOINT), $CREDENTIAL, ...$REST).GetQueueClient($NAME)',
    ),
    ...Object.entries({ QueueServiceClient: 'serviceUri', QueueClient: 'queueUri' }).flatMap(([name, uri]) => [
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
    refuse('$CLIENT.GenerateSasUri(...$REST)', 'sas-needs-user-delegation-key'),
    refuse('$CLIENT.GenerateAccountSasUri(...$REST)', 'account-sas'),
    refuse('new StorageSharedKeyCredential($ACCOUNT, $KEY)', 'credential-elsewhere'),
  ]),
  sdk('Microsoft.Extensions.Azure', [
    rewrite('$BUILDER.AddQueueServiceClient($CONNECTION)', '$BUILDER.AddQueueServiceClient(new Uri($ENDPOINT))', {
      extraCall: '$BUILDER.UseCredential($CREDENTIAL)',
    }),
    rewrite(
      '$BUILDER.AddQueueServiceClient($URL, new StorageSharedKeyCredential($ACCOUNT, $KEY))',
      '$BUILDER.AddQueueServiceClient($URL)',
      { extraCall: '$BUILDER.UseCredential($CREDENTIAL)' },
    ),
  ]),
  orleans('ConfigureQueueServiceClient', 'AddAzureQueueStreams'),
  sdk(
    '',
    [
      byHand(
        '$CHECKS.AddAzureQueueStorage(connectionString: $CONNECTION, ...$REST)',
        'AddAzureQueueStorage(services => new QueueServiceClient(endpoint, new DefaultAzureCredential()))',
        { when: takesConnection('AddAzureQueueStorage') },
      ),
    ],
    { words: ['.AddAzureQueueStorage('] },
  ),
  sdk(
    'NServiceBus',
    [
      refuse('new AzureStorageQueueTransport(connectionString: $CONNECTION, ...$REST)', 'not-checked'),
      refuse('$TRANSPORT.ConnectionString($CONNECTION)', 'not-checked', {
        when: /UseTransport<AzureStorageQueueTransport>/,
      }),
    ],
    { words: ['AzureStorageQueueTransport'] },
  ),
];
