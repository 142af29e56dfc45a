import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

/** Packages of .NET and their clients. */
const NET_CLIENTS: readonly (readonly [string, string])[] = [
  ['Azure.Maps.Search', 'MapsSearchClient'],
  ['Azure.Maps.Routing', 'MapsRoutingClient'],
  ['Azure.Maps.Rendering', 'MapsRenderingClient'],
  ['Azure.Maps.Geolocation', 'MapsGeolocationClient'],
  ['Azure.Maps.Weather', 'MapsWeatherClient'],
];

export const csharp: readonly Sdk[] = NET_CLIENTS.map(([name, client]) =>
  sdk(name, [
    ...['AzureKeyCredential($KEY)', 'AzureSasCredential($SAS)'].map((key) =>
      rewrite(
        `new ${client}(credential: new ${key}, ...$REST)`,
        `new ${client}(credential: $CREDENTIAL, clientId: $ENDPOINT, ...$REST)`,
      ),
    ),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
);
