import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Microsoft.Azure.Relay', [
    ...['HybridConnectionListener', 'HybridConnectionClient'].flatMap((name) => [
      refuse(`new ${name}($CONNECTION)`, 'not-checked'),
      refuse(`new ${name}($CONNECTION, $NAME)`, 'not-checked'),
    ]),
    refuse('TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST)', 'not-checked'),
  ]),
  sdk(
    'WindowsAzure.ServiceBus',
    [
      refuse(
        'new TransportClientEndpointBehavior(TokenProvider.CreateSharedAccessSignatureTokenProvider($NAME, $KEY, ...$REST))',
        'package-without-entra',
      ),
    ],
    {
      namespaces: {
        TokenProvider: 'Microsoft.ServiceBus',
        TransportClientEndpointBehavior: 'Microsoft.ServiceBus',
      },
    },
  ),
];
