import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { SERVICE_CLIENTS } from '../common';

export const csharp: readonly Sdk[] = [
  sdk(
    'Azure.Search.Documents',
    [
      rewrite(
        'new SearchClient(endpoint: $URL, indexName: $NAME, credential: new AzureKeyCredential($KEY), ...$REST)',
        'new SearchClient(endpoint: $URL, indexName: $NAME, tokenCredential: $CREDENTIAL, ...$REST)',
      ),
      rewrite(
        'new $CLASS(endpoint: $URL, credential: new AzureKeyCredential($KEY), ...$REST)',
        'new $CLASS(endpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)',
        { for: SERVICE_CLIENTS },
      ),
      refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
    ],
    { namespaces: Object.fromEntries(SERVICE_CLIENTS.map((name) => [name, 'Azure.Search.Documents.Indexes'])) },
  ),
  sdk('Microsoft.Extensions.Azure', [
    refuse('$BUILDER.AddSearchClient($URL, $NAME, new AzureKeyCredential($KEY))', 'not-checked'),
    refuse('$BUILDER.AddSearchIndexClient($URL, new AzureKeyCredential($KEY))', 'not-checked'),
  ]),
  sdk(
    'Microsoft.Azure.Search',
    [
      refuse('new SearchServiceClient($NAME, new SearchCredentials($KEY))', 'legacy-sdk'),
      refuse('new SearchIndexClient($NAME, $INDEX, new SearchCredentials($KEY))', 'legacy-sdk'),
      refuse('new SearchCredentials($KEY)', 'legacy-sdk'),
    ],
    { successor: 'Azure.Search.Documents' },
  ),
];
