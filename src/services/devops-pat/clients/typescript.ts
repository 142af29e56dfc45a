import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('azure-devops-node-api', [
    refuse('getPersonalAccessTokenHandler($SECRET, ...$REST)', 'token-per-connection'),
    refuse('getBasicHandler($USER, $PASSWORD, ...$REST)', 'token-per-connection'),
  ]),
  sdk('vso-node-api', [refuse('getPersonalAccessTokenHandler($SECRET, ...$REST)', 'legacy-sdk')]),
];
