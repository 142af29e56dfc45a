import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

const ENDPOINTS = 'new[] { new ServiceEndpoint(new Uri($ENDPOINT), $CREDENTIAL) }';

const names = { ServiceEndpoint: 'Microsoft.Azure.SignalR' };

export const csharp: readonly Sdk[] = [
  sdk('Microsoft.Azure.SignalR', [
    rewrite(
      'new ServiceEndpoint(connectionString: $CONNECTION)',
      'new ServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL)',
    ),
    rewrite(
      'new ServiceEndpoint(connectionString: $CONNECTION, type: $TYPE, ...$REST)',
      'new ServiceEndpoint(endpoint: new Uri($ENDPOINT), credential: $CREDENTIAL, endpointType: $TYPE, ...$REST)',
      { when: /EndpointType\./ },
    ),
    refuse('new ServiceEndpoint($CONNECTION, ...$REST)', 'not-checked'),
  ]),
  sdk(
    '',
    [
      rewrite(
        '$BUILDER.AddAzureSignalR($CONNECTION)',
        `$BUILDER.AddAzureSignalR(signalR => signalR.Endpoints = ${ENDPOINTS})`,
        { names },
      ),
    ],
    { words: ['AddAzureSignalR'] },
  ),
  // Options in a lambda: the endpoints of the hubs, and those of the management SDK.
  sdk(
    '',
    [
      rewrite('$HUBS.ConnectionString = $CONNECTION', `$HUBS.Endpoints = ${ENDPOINTS}`, {
        within: 'AddAzureSignalR',
        names,
      }),
      refuse('$HUBS.ConnectionString = $CONNECTION', 'not-checked', { within: 'RunAzureSignalR' }),
    ],
    { words: ['AddAzureSignalR', 'RunAzureSignalR'] },
  ),
  sdk('Microsoft.Azure.SignalR.Management', [
    rewrite('$OPTION.ConnectionString = $CONNECTION', `$OPTION.ServiceEndpoints = ${ENDPOINTS}`, {
      within: 'WithOptions',
      names,
    }),
  ]),
];
