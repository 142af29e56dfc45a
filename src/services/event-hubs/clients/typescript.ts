import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { PRODUCERS } from '../common';

export const typescript: readonly Sdk[] = [
  sdk('@azure/event-hubs', [
    rewrite('new $CLASS($CONNECTION, $NAME, ...$REST)', 'new $CLASS($ENDPOINT, $NAME, $CREDENTIAL, ...$REST)', {
      for: PRODUCERS,
    }),
    rewrite('new $CLASS($CONNECTION)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL)', { for: PRODUCERS }),
    rewrite('new $CLASS($CONNECTION, $OPTIONS)', 'new $CLASS($ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS)', {
      for: PRODUCERS,
    }),
    rewrite(
      'new EventHubConsumerClient($GROUP, $CONNECTION, $NAME, ...$REST)',
      'new EventHubConsumerClient($GROUP, $ENDPOINT, $NAME, $CREDENTIAL, ...$REST)',
    ),
    rewrite(
      'new EventHubConsumerClient($GROUP, $CONNECTION)',
      'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL)',
    ),
    rewrite(
      'new EventHubConsumerClient($GROUP, $CONNECTION, $OPTIONS, ...$REST)',
      'new EventHubConsumerClient($GROUP, $ENDPOINT, $ENTITY, $CREDENTIAL, $OPTIONS, ...$REST)',
    ),
    ...['new AzureNamedKeyCredential($ACCOUNT, $KEY)', 'new AzureSASCredential($SAS)'].flatMap((key) => [
      rewrite(`new $CLASS($HOST, $NAME, ${key}, ...$REST)`, 'new $CLASS($HOST, $NAME, $CREDENTIAL, ...$REST)', {
        for: PRODUCERS,
      }),
      rewrite(
        `new EventHubConsumerClient($GROUP, $HOST, $NAME, ${key}, ...$REST)`,
        'new EventHubConsumerClient($GROUP, $HOST, $NAME, $CREDENTIAL, ...$REST)',
      ),
    ]),
    refuse('EventHubClient.createFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk'),
  ]),
  sdk('@azure/event-processor-host', [
    refuse(
      'EventProcessorHost.createFromConnectionString($HOST, $CONTAINER, $STORAGE, $CONNECTION, ...$REST)',
      'legacy-sdk',
    ),
  ]),
];
