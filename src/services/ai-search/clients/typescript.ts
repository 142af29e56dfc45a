import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';
import { restHeader } from '../../shared/rest-header';
import { SERVICE_CLIENTS } from '../common';

const INDEX_CLIENTS = ['SearchClient', 'KnowledgeRetrievalClient'];

export const typescript: readonly Sdk[] = [
  sdk('@azure/search-documents', [
    rewrite(
      'new $CLASS($URL, $NAME, new AzureKeyCredential($KEY), ...$REST)',
      'new $CLASS($URL, $NAME, $CREDENTIAL, ...$REST)',
      { for: INDEX_CLIENTS },
    ),
    rewrite('new $CLASS($URL, new AzureKeyCredential($KEY), ...$REST)', 'new $CLASS($URL, $CREDENTIAL, ...$REST)', {
      for: SERVICE_CLIENTS,
    }),
    refuse('new AzureKeyCredential($KEY)', 'credential-elsewhere'),
  ]),
  ...restHeader(
    'api-key',
    /\.search\.(?:windows\.net|azure\.(?:cn|us))|AZURE_SEARCH|SEARCH_(?:API_|ADMIN_|SERVICE_)?KEY/i,
  ),
  sdk('azure-search', [refuse('$DEFAULT({ url: $URL, key: $KEY, ...$REST })', 'legacy-sdk')]),
];
