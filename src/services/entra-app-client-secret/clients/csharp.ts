import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { netClientSecret } from '../../shared/client-secret';

export const csharp: readonly Sdk[] = [
  netClientSecret,
  sdk('Microsoft.Identity.Client', [refuse('$BUILDER.WithClientSecret($SECRET)', 'msal-federated-credential')]),
  sdk(
    'Microsoft.IdentityModel.Clients.ActiveDirectory',
    [refuse('new ClientCredential($CLIENT_ID, $SECRET)', 'legacy-sdk')],
    { successor: 'Microsoft.Identity.Client' },
  ),
];
