import type { Identity } from '../identity';

export const identity: Identity = {
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
};
