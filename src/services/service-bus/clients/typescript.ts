import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { CLIENTS } from '../common';

export const typescript: readonly Sdk[] = [
  sdk('@azure/service-bus', [
    rewrite('new $CLASS($CONNECTION, ...$REST)', 'new $CLASS($ENDPOINT, $CREDENTIAL, ...$REST)', { for: CLIENTS }),
    rewrite(
      'new $CLASS($HOST, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
      'new $CLASS($HOST, $CREDENTIAL, ...$REST)',
      { for: CLIENTS },
    ),
    rewrite('new $CLASS($HOST, new AzureSASCredential($SAS), ...$REST)', 'new $CLASS($HOST, $CREDENTIAL, ...$REST)', {
      for: CLIENTS,
    }),
    refuse('ServiceBusClient.createFromConnectionString($CONNECTION, ...$REST)', 'legacy-sdk'),
  ]),
  sdk('azure-sb', [refuse('createServiceBusService($CONNECTION, ...$REST)', 'legacy-sdk')]),
];
