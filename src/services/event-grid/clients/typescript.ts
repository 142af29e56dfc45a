import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';

export const typescript: readonly Sdk[] = [
  sdk('@azure/eventgrid', [
    rewrite(
      'new EventGridPublisherClient($URL, $NAME, new AzureKeyCredential($KEY), ...$REST)',
      'new EventGridPublisherClient($URL, $NAME, $CREDENTIAL, ...$REST)',
    ),
    rewrite(
      'new EventGridPublisherClient($URL, $NAME, new AzureSASCredential($SAS), ...$REST)',
      'new EventGridPublisherClient($URL, $NAME, $CREDENTIAL, ...$REST)',
    ),
    refuse('generateSharedAccessSignature($URL, new AzureKeyCredential($KEY), ...$REST)', 'signs-with-key'),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
    refuse('new AzureSASCredential($SAS)', 'credential-elsewhere'),
  ]),
  ...restHeader('aeg-sas-key'),
  sdk('@azure/eventgrid-namespaces', [
    rewrite('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'new $CLASS($URL, $CREDENTIAL, ...$REST)', {
      for: ['EventGridSenderClient', 'EventGridReceiverClient'],
    }),
  ]),
];
