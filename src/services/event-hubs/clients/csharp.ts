import type { Sdk } from '../../pattern';
import { byHand, refuse, rewrite, sdk } from '../../pattern';
import { takesConnection } from '../../shared/no-client';
import { NET_PRODUCERS } from '../common';

export const csharp: readonly Sdk[] = [
  sdk(
    'Azure.Messaging.EventHubs',
    [
      rewrite(
        'new $CLASS(connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
        'new $CLASS(fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
        { for: NET_PRODUCERS },
      ),
      rewrite('new $CLASS($CONNECTION)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL)', { for: NET_PRODUCERS }),
      rewrite('new $CLASS($CONNECTION, $OPTIONS)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)', {
        for: NET_PRODUCERS,
      }),
      rewrite(
        'new EventHubConsumerClient(consumerGroup: $GROUP, connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
        'new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
      ),
      rewrite(
        'new EventHubConsumerClient($GROUP, $CONNECTION)',
        'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
      ),
      rewrite(
        'new EventHubConsumerClient($GROUP, $CONNECTION, $OPTIONS)',
        'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)',
      ),
      ...['AzureNamedKeyCredential($ACCOUNT, $KEY)', 'AzureSasCredential($SAS)'].flatMap((key) => [
        rewrite(
          `new $CLASS(fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: new ${key}, ...$REST)`,
          'new $CLASS(fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
          { for: NET_PRODUCERS },
        ),
        rewrite(
          `new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: new ${key}, ...$REST)`,
          'new EventHubConsumerClient(consumerGroup: $GROUP, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
        ),
        rewrite(
          `new PartitionReceiver(consumerGroup: $GROUP, partitionId: $PARTITION, eventPosition: $POSITION, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: new ${key}, ...$REST)`,
          'new PartitionReceiver(consumerGroup: $GROUP, partitionId: $PARTITION, eventPosition: $POSITION, fullyQualifiedNamespace: $HOST, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
        ),
      ]),
      rewrite(
        'new PartitionReceiver(consumerGroup: $GROUP, partitionId: $PARTITION, eventPosition: $POSITION, connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
        'new PartitionReceiver(consumerGroup: $GROUP, partitionId: $PARTITION, eventPosition: $POSITION, fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
      ),
      rewrite(
        'new PartitionReceiver($GROUP, $PARTITION, $POSITION, $CONNECTION)',
        'new PartitionReceiver($GROUP, $PARTITION, $POSITION, $ENDPOINT, $ENTITY, $CREDENTIAL)',
      ),
    ],
    {
      namespaces: {
        EventHubProducerClient: 'Azure.Messaging.EventHubs.Producer',
        EventHubBufferedProducerClient: 'Azure.Messaging.EventHubs.Producer',
        EventHubConsumerClient: 'Azure.Messaging.EventHubs.Consumer',
        PartitionReceiver: 'Azure.Messaging.EventHubs.Primitives',
      },
    },
  ),
  sdk(
    'Azure.Messaging.EventHubs.Processor',
    [
      rewrite(
        'new EventProcessorClient(checkpointStore: $STORE, consumerGroup: $GROUP, connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
        'new EventProcessorClient(checkpointStore: $STORE, consumerGroup: $GROUP, fullyQualifiedNamespace: $ENDPOINT, eventHubName: $NAME, credential: $CREDENTIAL, ...$REST)',
      ),
      rewrite(
        'new EventProcessorClient($STORE, $GROUP, $CONNECTION)',
        'new EventProcessorClient($STORE, $GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
      ),
    ],
    { namespaces: { EventProcessorClient: 'Azure.Messaging.EventHubs' } },
  ),
  sdk('Microsoft.Extensions.Azure', [
    rewrite(
      '$BUILDER.AddEventHubProducerClient($CONNECTION, $NAME)',
      '$BUILDER.AddEventHubProducerClientWithNamespace($ENDPOINT, $NAME)',
      { extraCall: '$BUILDER.UseCredential($CREDENTIAL)' },
    ),
    rewrite(
      '$BUILDER.AddEventHubProducerClient($CONNECTION)',
      '$BUILDER.AddEventHubProducerClientWithNamespace($ENDPOINT, $ENTITY)',
      { extraCall: '$BUILDER.UseCredential($CREDENTIAL)' },
    ),
  ]),
  sdk(
    '',
    [
      byHand(
        '$CHECKS.AddAzureEventHub(connectionString: $CONNECTION, eventHubName: $NAME, ...$REST)',
        'AddAzureEventHub(services => new EventHubProducerClient(fullyQualifiedNamespace, eventHubName, new DefaultAzureCredential()))',
        { when: takesConnection('AddAzureEventHub') },
      ),
    ],
    { words: ['.AddAzureEventHub('] },
  ),
  sdk(
    'Microsoft.Azure.EventHubs',
    [
      refuse('EventHubClient.CreateFromConnectionString($CONNECTION)', 'legacy-sdk'),
      refuse('new EventHubsConnectionStringBuilder($CONNECTION)', 'legacy-sdk'),
      refuse('new EventProcessorHost($NAME, $GROUP, $CONNECTION, $SECRET, $LEASES)', 'legacy-sdk'),
    ],
    {
      namespaces: { EventProcessorHost: 'Microsoft.Azure.EventHubs.Processor' },
      successor: 'Azure.Messaging.EventHubs',
    },
  ),
];
