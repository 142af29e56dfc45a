import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Messaging.EventGrid', [
    ...['AzureKeyCredential($KEY)', 'AzureSasCredential($SAS)'].map((credential) =>
      rewrite(
        `new EventGridPublisherClient(endpoint: $URL, credential: new ${credential}, ...$REST)`,
        'new EventGridPublisherClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
      ),
    ),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
  sdk('Azure.Messaging.EventGrid.Namespaces', [
    rewrite(
      'new $CLASS(endpoint: $URL, topicName: $TOPIC, credential: new AzureKeyCredential($KEY), ...$REST)',
      'new $CLASS(endpoint: $URL, topicName: $TOPIC, credential: $CREDENTIAL, ...$REST)',
      { for: ['EventGridSenderClient'] },
    ),
    rewrite(
      'new $CLASS(endpoint: $URL, topicName: $TOPIC, subscriptionName: $NAME, credential: new AzureKeyCredential($KEY), ...$REST)',
      'new $CLASS(endpoint: $URL, topicName: $TOPIC, subscriptionName: $NAME, credential: $CREDENTIAL, ...$REST)',
      { for: ['EventGridReceiverClient'] },
    ),
  ]),
  sdk('Microsoft.Extensions.Azure', [
    refuse('$BUILDER.AddEventGridPublisherClient($URL, new AzureKeyCredential($KEY))', 'not-checked'),
  ]),
  sdk('Microsoft.Azure.EventGrid', [refuse('new TopicCredentials($KEY)', 'legacy-sdk')], {
    successor: 'Azure.Messaging.EventGrid',
  }),
];
