import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Web PubSub accepts Microsoft Entra tokens. Give the identity the role of an owner of the service and connect with the endpoint instead of the connection string.',
  roles: {
    read: [
      {
        name: 'Web PubSub Service Reader',
        id: 'bfb1c7d2-fb1a-466b-b2ba-aee63b92deaf',
        allows: 'read over the REST API',
      },
    ],
    write: [
      {
        name: 'Web PubSub Service Owner',
        id: '12cf5a90-567b-43ae-8102-96cf46c7d9b4',
        allows: 'send messages, manage connections and make client tokens',
      },
    ],
    admin: [],
    other: [],
  },
  endpoint: 'https://<web-pubsub>.webpubsub.azure.com',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.SignalRService/webPubSub/<web-pubsub>',
    bicepType: 'Microsoft.SignalRService/webPubSub@2024-03-01',
    terraformType: 'azurerm_web_pubsub',
  },
  disableKeys: {
    cli: 'az webpubsub update --resource-group <resource-group> --name <web-pubsub> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect: 'Servers and functions that connect with an access key stop.',
  },
  rotate: [
    'az webpubsub key regenerate --resource-group <resource-group> --name <web-pubsub> --key-type primary',
    'az webpubsub key regenerate --resource-group <resource-group> --name <web-pubsub> --key-type secondary',
  ],
  limits: [
    'With a token credential, getClientAccessToken asks the service for the token of the client (a network call) instead of signing it locally.',
    'The commands az webpubsub are an extension of the Azure CLI.',
  ],
  links: [
    {
      title: 'Authorize a managed identity to Web PubSub',
      url: 'https://learn.microsoft.com/azure/azure-web-pubsub/howto-authorize-from-managed-identity',
    },
  ],
};
