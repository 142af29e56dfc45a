import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Azure Maps accepts Microsoft Entra tokens together with the client id of the Maps account. Give the identity a reading role; browsers get a token from your backend and never a key.',
  roles: {
    read: [
      {
        name: 'Azure Maps Search and Render Data Reader',
        id: '6be48352-4f82-47c9-ad5e-0acacefdb005',
        allows: 'search and render maps',
      },
      { name: 'Azure Maps Data Reader', id: '423170ca-a8f6-4b0f-8487-9e4eb8f49bfa', allows: 'read everything' },
    ],
    write: [
      {
        name: 'Azure Maps Data Contributor',
        id: '8f5e0ce6-4f7b-4dcf-bddf-e6f48634a204',
        allows: 'read, write and delete map data',
      },
    ],
    admin: [],
    other: [],
  },
  usual: 'Azure Maps Search and Render Data Reader',
  endpoint: '<maps-client-id>',
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Maps/accounts/<account>',
    bicepType: 'Microsoft.Maps/accounts@2023-06-01',
    terraformType: 'azurerm_maps_account',
  },
  disableKeys: {
    cli: 'az maps account update --resource-group <resource-group> --name <account> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_authentication_enabled = false',
    effect: 'Every client with a subscription key stops.',
  },
  rotate: [
    'az maps account keys renew --resource-group <resource-group> --name <account> --key primary',
    'az maps account keys renew --resource-group <resource-group> --name <account> --key secondary',
  ],
  prove:
    'az maps account show --resource-group <resource-group> --name <account> --query properties.uniqueId --output tsv',
  limits: [
    'Every request also needs the header x-ms-client-id with the uniqueId of the Maps account, which the command that proves access prints.',
    'Browsers must not hold the key: serve tokens from a backend (authType anonymous with getToken in the Web SDK), or short-lived SAS tokens.',
    'SAS tokens of Maps are signed for the principal of a managed identity, not by the key alone.',
  ],
  links: [
    {
      title: 'Authentication with Azure Maps',
      url: 'https://learn.microsoft.com/azure/azure-maps/azure-maps-authentication',
    },
    {
      title: 'Manage authentication in Azure Maps',
      url: 'https://learn.microsoft.com/azure/azure-maps/how-to-manage-authentication',
    },
  ],
};
