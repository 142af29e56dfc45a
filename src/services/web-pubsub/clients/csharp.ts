import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Messaging.WebPubSub', [
    rewrite(
      'new WebPubSubServiceClient(connectionString: $CONNECTION, hub: $NAME, ...$REST)',
      'new WebPubSubServiceClient(endpoint: new Uri($ENDPOINT), hub: $NAME, credential: $CREDENTIAL, ...$REST)',
    ),
    rewrite(
      'new WebPubSubServiceClient(endpoint: $URL, hub: $NAME, credential: new AzureKeyCredential($KEY), ...$REST)',
      'new WebPubSubServiceClient(endpoint: $URL, hub: $NAME, credential: $CREDENTIAL, ...$REST)',
    ),
  ]),
  sdk(
    'Microsoft.Azure.WebPubSub.AspNetCore',
    [
      rewrite(
        'new WebPubSubServiceEndpoint(connectionString: $CONNECTION, ...$REST)',
        'new WebPubSubServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, ...$REST)',
      ),
      rewrite(
        'new WebPubSubServiceEndpoint(endpoint: $URL, credential: new AzureKeyCredential($KEY), ...$REST)',
        'new WebPubSubServiceEndpoint(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
      ),
    ],
    { words: ['WebPubSubServiceEndpoint'] },
  ),
  sdk('Microsoft.Extensions.Azure', [refuse('$BUILDER.AddWebPubSubServiceClient($CONNECTION, $NAME)', 'not-checked')]),
];
