import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  ...['@azure-rest/maps-search', '@azure-rest/maps-render'].map((name) =>
    sdk(
      name,
      ['new AzureKeyCredential($KEY)', 'new AzureSASCredential($SAS)'].flatMap((key) => [
        rewrite(`$DEFAULT(${key})`, '$DEFAULT($CREDENTIAL, $ENDPOINT)'),
        rewrite(`$DEFAULT(${key}, $OPTIONS)`, '$DEFAULT($CREDENTIAL, $ENDPOINT, $OPTIONS)'),
      ]),
    ),
  ),
  ...[
    '@azure-rest/maps-route',
    '@azure-rest/maps-geolocation',
    '@azure-rest/maps-timezone',
    '@azure-rest/maps-weather',
  ].map((name) => sdk(name, [refuse('$DEFAULT(new AzureKeyCredential($KEY), ...$REST)', 'not-checked')])),
  sdk('@azure/maps-search', [refuse('new MapsSearchClient(new AzureKeyCredential($KEY), ...$REST)', 'legacy-sdk')]),
  sdk('azure-maps-control', [
    refuse('new Map($ID, { authOptions: { subscriptionKey: $KEY, ...$AUTH }, ...$REST })', 'client-side'),
  ]),
];
