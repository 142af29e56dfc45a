import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

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
        '$BUILDER.AddAzureSignalR(signalR => signalR.Endpoints = new[] { new ServiceEndpoint(new Uri($ENDPOINT), $CREDENTIAL) })',
        { names: { ServiceEndpoint: 'Microsoft.Azure.SignalR' } },
      ),
    ],
    { words: ['AddAzureSignalR'] },
  ),
];
