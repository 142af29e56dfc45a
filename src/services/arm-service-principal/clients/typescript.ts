import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { clientSecret } from '../../shared/client-secret';

export const typescript: readonly Sdk[] = [
  clientSecret,
  sdk('@azure/ms-rest-nodeauth', [
    refuse('loginWithServicePrincipalSecret($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk'),
    refuse('loginWithServicePrincipalSecretWithAuthResponse($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk'),
    refuse('new ApplicationTokenCredentials($CLIENT_ID, $TENANT, $SECRET, ...$REST)', 'legacy-sdk'),
  ]),
];
