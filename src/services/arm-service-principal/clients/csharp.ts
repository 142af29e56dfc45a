import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { netClientSecret } from '../../shared/client-secret';

export const csharp: readonly Sdk[] = [
  netClientSecret,
  sdk(
    'Microsoft.Azure.Management.ResourceManager.Fluent',
    [refuse('$FACTORY.FromServicePrincipal($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk')],
    { successor: 'Azure.ResourceManager' },
  ),
  sdk(
    'Microsoft.Rest.ClientRuntime.Azure.Authentication',
    ['LoginSilentAsync', 'LoginSilent'].map((name) =>
      refuse(`ApplicationTokenProvider.${name}($TENANT, $CLIENT_ID, $SECRET, ...$REST)`, 'legacy-sdk'),
    ),
    {
      namespaces: { ApplicationTokenProvider: 'Microsoft.Rest.Azure.Authentication' },
      successor: 'Azure.ResourceManager',
    },
  ),
];
