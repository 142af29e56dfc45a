import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  // The rewrite would run, without any right: its permissions are granted to the app, not to the identity.
  sdk('@azure/identity', [
    refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, ...$REST)', 'graph-app-permissions'),
  ]),
  sdk('@azure/msal-node', [
    refuse(
      'new ConfidentialClientApplication({ auth: { clientSecret: $SECRET, ...$AUTH }, ...$REST })',
      'msal-federated-credential',
    ),
  ]),
];
