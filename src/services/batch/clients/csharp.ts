import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Azure.Compute.Batch', [
    rewrite(
      'new BatchClient(endpoint: $URL, credential: new AzureNamedKeyCredential($ACCOUNT, $KEY), ...$REST)',
      'new BatchClient(endpoint: $URL, credential: $CREDENTIAL, ...$REST)',
    ),
  ]),
  sdk('Microsoft.Azure.Batch', [refuse('new BatchSharedKeyCredentials($URL, $ACCOUNT, $KEY)', 'legacy-sdk')], {
    namespaces: { BatchSharedKeyCredentials: 'Microsoft.Azure.Batch.Auth' },
    successor: 'Azure.Compute.Batch',
  }),
];
