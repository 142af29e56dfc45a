import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/batch', [
    refuse('new BatchServiceClient(new BatchSharedKeyCredentials($ACCOUNT, $KEY), ...$REST)', 'legacy-sdk'),
    refuse('new BatchSharedKeyCredentials($ACCOUNT, $KEY)', 'legacy-sdk'),
    refuse('new BatchClient($URL, new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)', 'not-checked'),
  ]),
];
