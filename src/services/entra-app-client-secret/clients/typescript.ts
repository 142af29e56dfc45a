import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/identity', [
    rewrite('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET)', '$CREDENTIAL'),
    refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
  ]),
  sdk('@azure/msal-node', [
    refuse(
      'new ConfidentialClientApplication({ auth: { clientSecret: $SECRET, ...$AUTH }, ...$REST })',
      'msal-federated-credential',
    ),
  ]),
  sdk('@azure/ms-rest-nodeauth', [
    refuse('loginWithServicePrincipalSecret($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk'),
  ]),
];
