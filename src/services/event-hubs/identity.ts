import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Event Hubs accepts Microsoft Entra tokens. Give the identity the right to send or to receive and connect with the fully qualified namespace instead of a connection string.',
  roles: {
    read: [
      {
        name: 'Azure Event Hubs Data Receiver',
        id: 'a638d3c7-ab3a-418d-83e6-5f17a39d4fde',
        allows: 'receive events',
      },
    ],
    write: [
      { name: 'Azure Event Hubs Data Sender', id: '2b629674-e913-4c01-ae53-ef4638d8f975', allows: 'send events' },
    ],
    admin: [
      {
        name: 'Azure Event Hubs Data Owner',
        id: 'f526a384-b230-433a-b45c-95f59c4a2dec',
        allows: 'send, receive and manage',
      },
    ],
    other: [
      { name: 'Schema Registry Reader', id: '2c56ea50-c6b3-40a6-83c0-9d98858bc7d2', allows: 'read schemas' },
      {
        name: 'Schema Registry Contributor',
        id: '5dffeca3-4936-4216-b2bc-10343a5abb25',
        allows: 'read, write and delete schemas',
      },
    ],
  },
  apart: true,
  usual: 'Azure Event Hubs Data Sender',
  endpoint: '<namespace>.servicebus.windows.net',
  bindings: ['<connection>__fullyQualifiedNamespace=<namespace>.servicebus.windows.net'],
  scopeNote: 'Prefer the event hub as scope: append /eventhubs/<event-hub> to the scope.',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.EventHub/namespaces/<namespace>',
    bicepType: 'Microsoft.EventHub/namespaces@2026-01-01',
    terraformType: 'azurerm_eventhub_namespace',
  },
  disableKeys: {
    cli: 'az eventhubs namespace update --resource-group <resource-group> --name <namespace> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_authentication_enabled = false',
    effect: 'Every client of the namespace with a SAS rule stops, Kafka clients with a connection string included.',
  },
  rotate: [
    'az eventhubs namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key PrimaryKey',
    'az eventhubs namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key SecondaryKey',
  ],
  limits: [
    'A processor that keeps checkpoints also needs Storage Blob Data Contributor on the container of the checkpoints.',
    'Kafka clients change from SASL/PLAIN with the user $ConnectionString to SASL/OAUTHBEARER with a token callback.',
    'EntityPath of the connection string becomes the event hub name in the code.',
  ],
  links: [
    {
      title: 'Authenticate a managed identity to Event Hubs',
      url: 'https://learn.microsoft.com/azure/event-hubs/authenticate-managed-identity',
    },
    {
      title: 'Event Hubs for Apache Kafka',
      url: 'https://learn.microsoft.com/azure/event-hubs/azure-event-hubs-kafka-overview',
    },
    {
      title: 'Connect to Event Hubs with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-event-hubs',
    },
  ],
};
