import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Event Grid topics, domains and namespaces accept Microsoft Entra tokens. Give the identity the right to send events; the endpoint stays, the key goes.',
  roles: {
    read: [
      {
        name: 'EventGrid Data Receiver',
        id: '78cbd9e7-9798-4e2e-9b5a-547d9ebb31fb',
        allows: 'pull events from a namespace',
      },
    ],
    write: [{ name: 'EventGrid Data Sender', id: 'd5a91429-5739-47e2-a06b-3470a27159e7', allows: 'send events' }],
    admin: [
      {
        name: 'EventGrid Data Contributor',
        id: '1d8c3fe3-8864-474b-8749-01e3783e8157',
        allows: 'send and receive events',
      },
    ],
    other: [
      {
        name: 'EventGrid TopicSpaces Publisher',
        id: 'a12b0b94-b317-4dcd-84a8-502ce99884c6',
        allows: 'publish MQTT messages',
      },
      {
        name: 'EventGrid TopicSpaces Subscriber',
        id: '4b0f2fd7-60b4-4eca-896f-4435034f8bf5',
        allows: 'subscribe to MQTT messages',
      },
      {
        name: 'EventGrid Contributor',
        id: '1e241071-0855-49ea-94dc-649edcd759de',
        allows: 'manage the resources, without their data',
      },
    ],
  },
  endpoint: 'https://<topic>.<region>-1.eventgrid.azure.net/api/events',
  bindings: ['<connection>__topicEndpointUri=https://<topic>.<region>-1.eventgrid.azure.net/api/events'],
  grant: {
    kind: 'rbac',
    scope: '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.EventGrid/topics/<topic>',
    bicepType: 'Microsoft.EventGrid/topics@2025-02-15',
    terraformType: 'azurerm_eventgrid_topic',
  },
  disableKeys: {
    cli: 'az resource update --ids <topic-id> --set properties.disableLocalAuth=true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect: 'Publishers with a key or SAS stop. Domains have the same property.',
  },
  rotate: [
    'az eventgrid topic key regenerate --resource-group <resource-group> --name <topic> --key-name key1',
    'az eventgrid topic key regenerate --resource-group <resource-group> --name <topic> --key-name key2',
    '# or, for a domain:',
    'az eventgrid domain key regenerate --resource-group <resource-group> --name <domain> --key-name key1',
  ],
  limits: [
    'Delivery to a webhook is validated in its own way, not by the key of the topic.',
    'MQTT clients of a namespace use tokens of Microsoft Entra or client certificates.',
  ],
  links: [
    {
      title: 'Authenticate with Microsoft Entra ID to Event Grid',
      url: 'https://learn.microsoft.com/azure/event-grid/authenticate-with-microsoft-entra-id',
    },
  ],
};
