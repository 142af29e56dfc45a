import type { Sdk } from '../../pattern';
import { rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/web-pubsub', [
    rewrite(
      'new WebPubSubServiceClient($CONNECTION, $NAME, ...$REST)',
      'new WebPubSubServiceClient($ENDPOINT, $CREDENTIAL, $NAME, ...$REST)',
    ),
    rewrite(
      'new WebPubSubServiceClient($URL, new AzureKeyCredential($KEY), ...$REST)',
      'new WebPubSubServiceClient($URL, $CREDENTIAL, ...$REST)',
    ),
  ]),
];
