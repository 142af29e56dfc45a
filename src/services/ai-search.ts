import { refuse, rewrite, sdk } from './pattern';
import { restHeader } from './rest-header';
import { defineService } from './service';

const INDEX_CLIENTS = ['SearchClient', 'KnowledgeRetrievalClient'];
const SERVICE_CLIENTS = ['SearchIndexClient', 'SearchIndexerClient'];

export const aiSearch = defineService({
  id: 'ai-search',
  title: 'Azure AI Search',
  secrets: ['search-key'],
  endpoint: () => null,
  byHand: ['Switch role-based access on first: a search service takes only API keys by default.'],
  clients: {
    typescript: [
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
    ],
    csharp: [
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
    ],
  },
  calls: {
    read: /^(?:search$|suggest|autocomplete|getdocument)/,
    write: /^(?:upload|merge|mergeorupload|delete|index)documents?/,
  },
  settings: [
    'AZURE_SEARCH_KEY',
    'AZURE_SEARCH_API_KEY',
    'AZURE_SEARCH_ADMIN_KEY',
    'SEARCH_API_KEY',
    'SEARCH_SERVICE_QUERY_KEY',
  ],
  identity: {
    support: 'yes',
    summary:
      'AI Search accepts Microsoft Entra tokens once role-based access is switched on. Give the identity the right to read or load documents; the endpoint stays, the API key goes.',
    roles: {
      read: [{ name: 'Search Index Data Reader', id: '1407120a-92aa-4202-b7e9-c0e197c71c8f', allows: 'query indexes' }],
      write: [
        {
          name: 'Search Index Data Contributor',
          id: '8ebe5a00-799e-43f5-93ac-243d3dce84a7',
          allows: 'load and delete documents',
        },
      ],
      admin: [
        {
          name: 'Search Service Contributor',
          id: '7ca78c08-252a-4471-8644-bb5ff32d4ba0',
          allows: 'manage indexes, indexers and synonym maps, without documents',
        },
      ],
      other: [],
    },
    usual: 'Search Index Data Reader',
    endpoint: 'https://<search-service>.search.windows.net',
    scopeNote:
      'A whole pipeline needs both Search Service Contributor and Search Index Data Contributor. Switch roles on first: az search service update --resource-group <resource-group> --name <search-service> --auth-options aadOrApiKey --aad-auth-failure-mode http401WithBearerChallenge.',
    grant: {
      kind: 'rbac',
      scope:
        '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Search/searchServices/<search-service>',
      bicepType: 'Microsoft.Search/searchServices@2025-05-01',
      terraformType: 'azurerm_search_service',
    },
    disableKeys: {
      cli: 'az search service update --resource-group <resource-group> --name <search-service> --disable-local-auth true',
      bicep: 'properties.disableLocalAuth: true',
      terraform: 'local_authentication_enabled = false',
      effect: 'Every client with an admin or query key stops. Do not send authOptions in the same request.',
    },
    rotate: [
      'az search admin-key renew --resource-group <resource-group> --service-name <search-service> --key-kind primary',
      'az search admin-key renew --resource-group <resource-group> --service-name <search-service> --key-kind secondary',
      '# or, for a query key:',
      'az search query-key create --resource-group <resource-group> --service-name <search-service> --name <label>',
      'az search query-key delete --resource-group <resource-group> --service-name <search-service> --key-value "$LEAKED_KEY"',
    ],
    prove: `az rest --method GET --url 'https://<search-service>.search.windows.net/indexes/<index>/docs/$count?api-version=2024-07-01' --resource https://search.azure.com`,
    limits: [
      'Role-based access is off by default: only keys work until it is switched on.',
      'Data sources of indexers hold connection strings of their own: use ResourceId=... with the identity of the search service.',
      'An admin key opens everything, a query key reads documents.',
    ],
    links: [
      {
        title: 'Keyless connections to AI Search',
        url: 'https://learn.microsoft.com/azure/search/keyless-connections',
      },
      { title: 'Roles of AI Search', url: 'https://learn.microsoft.com/azure/search/search-security-rbac' },
      {
        title: 'Switch on role-based access',
        url: 'https://learn.microsoft.com/azure/search/search-security-enable-roles',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'one key for three clients',
      file: 'search.ts',
      before: `import { AzureKeyCredential, SearchClient, SearchIndexClient, SearchIndexerClient } from "@azure/search-documents";

interface Hotel {
  readonly id: string;
}

const endpoint = process.env.AZURE_SEARCH_ENDPOINT!;
const credential = new AzureKeyCredential(process.env.AZURE_SEARCH_ADMIN_KEY!);

export const hotels = new SearchClient<Hotel>(endpoint, "hotels", credential);
export const indexes = new SearchIndexClient(endpoint, credential);
export const indexers = new SearchIndexerClient(endpoint, credential);
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { SearchClient, SearchIndexClient, SearchIndexerClient } from "@azure/search-documents";

interface Hotel {
  readonly id: string;
}

const endpoint = process.env.AZURE_SEARCH_ENDPOINT!;
const credential = new DefaultAzureCredential();

export const hotels = new SearchClient<Hotel>(endpoint, "hotels", credential);
export const indexes = new SearchIndexClient(endpoint, credential);
export const indexers = new SearchIndexerClient(endpoint, credential);
`,
      rules: ['key-auth/ai-search', 'key-auth/ai-search', 'key-auth/ai-search'],
    },
    {
      language: 'typescript',
      title: 'a key in the code, in CommonJS',
      file: 'query.js',
      before: `const { SearchClient, AzureKeyCredential } = require('@azure/search-documents');

const client = new SearchClient(
  'https://contoso.search.windows.net',
  'hotels',
  new AzureKeyCredential('{{search-key}}'),
  { apiVersion: '2024-07-01' }
);

module.exports = { client };
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity');
const { SearchClient } = require('@azure/search-documents');

const credential = new DefaultAzureCredential();

const client = new SearchClient(
  'https://contoso.search.windows.net',
  'hotels',
  credential,
  { apiVersion: '2024-07-01' }
);

module.exports = { client };
`,
      rules: ['hardcoded/search-key'],
    },
    {
      language: 'typescript',
      title: 'a key credential that other files use',
      file: 'key.ts',
      before: `import { AzureKeyCredential } from "@azure/search-documents";

export const searchKey = new AzureKeyCredential(process.env.AZURE_SEARCH_KEY!);
`,
      after: null,
      rules: ['key-auth/ai-search'],
      refusal: 'credential-elsewhere',
    },
    {
      language: 'typescript',
      title: 'the legacy package',
      file: 'legacy.js',
      before: `const createClient = require('azure-search');

const client = createClient({ url: 'https://contoso.search.windows.net', key: process.env.AZURE_SEARCH_KEY });
`,
      after: null,
      rules: ['key-auth/ai-search'],
      refusal: 'legacy-sdk',
    },
    {
      language: 'csharp',
      title: 'one key for two clients',
      file: 'Search.cs',
      before: `using System;
using Azure;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

public static class Search
{
    public static void Main()
    {
        var endpoint = new Uri("https://contoso.search.windows.net");
        var key = new AzureKeyCredential(Environment.GetEnvironmentVariable("SEARCH_KEY"));
        var indexes = new SearchIndexClient(endpoint, key);
        SearchClient hotels = new(endpoint, "hotels", key);
    }
}
`,
      after: `using System;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;

public static class Search
{
    public static void Main()
    {
        var endpoint = new Uri("https://contoso.search.windows.net");
        var credential = new DefaultAzureCredential();
        var indexes = new SearchIndexClient(endpoint, credential);
        SearchClient hotels = new(endpoint, "hotels", credential);
    }
}
`,
      rules: ['key-auth/ai-search', 'key-auth/ai-search'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Legacy.cs',
      before: `using Microsoft.Azure.Search;

public class Legacy
{
    public SearchServiceClient Create(IConfiguration configuration) =>
        new SearchServiceClient("contoso", new SearchCredentials(configuration["Search:Key"]));
}
`,
      after: null,
      rules: ['key-auth/ai-search'],
      refusal: 'legacy-sdk',
    },
  ],
});
