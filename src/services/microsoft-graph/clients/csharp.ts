import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Identity', [
    refuse(
      'new ClientSecretCredential(tenantId: $TENANT, clientId: $CLIENT_ID, clientSecret: $SECRET, ...$REST)',
      'graph-app-permissions',
    ),
  ]),
  sdk('Microsoft.Identity.Client', [refuse('$BUILDER.WithClientSecret($SECRET)', 'msal-federated-credential')]),
];
