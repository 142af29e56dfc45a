import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Service Bus accepts Microsoft Entra tokens. Give the identity the right to send or to receive and connect with the fully qualified namespace instead of a connection string.',
  roles: {
    read: [
      {
        name: 'Azure Service Bus Data Receiver',
        id: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0',
        allows: 'receive and settle messages',
      },
    ],
    write: [
      { name: 'Azure Service Bus Data Sender', id: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39', allows: 'send messages' },
    ],
    admin: [
      {
        name: 'Azure Service Bus Data Owner',
        id: '090c5cfd-751d-490a-894a-3ce6f1109419',
        allows: 'send, receive and manage entities (ServiceBusAdministrationClient)',
      },
    ],
    other: [],
  },
  apart: true,
  usual: 'Azure Service Bus Data Receiver',
  endpoint: '<namespace>.servicebus.windows.net',
  bindings: ['<connection>__fullyQualifiedNamespace=<namespace>.servicebus.windows.net'],
  scopeNote: 'Prefer the queue or topic as scope: append /queues/<queue> or /topics/<topic> to the scope.',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.ServiceBus/namespaces/<namespace>',
    bicepType: 'Microsoft.ServiceBus/namespaces@2026-01-01',
    terraformType: 'azurerm_servicebus_namespace',
  },
  disableKeys: {
    cli: 'az servicebus namespace update --resource-group <resource-group> --name <namespace> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect: 'Every client of the namespace with a SAS rule stops, connections of Event Grid and Logic Apps included.',
  },
  rotate: [
    'az servicebus namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key PrimaryKey',
    'az servicebus namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key SecondaryKey',
    '# or, for the rule of a queue:',
    'az servicebus queue authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --queue-name <queue> --name <rule> --key PrimaryKey',
  ],
  limits: [
    'EntityPath of the connection string becomes an explicit queue or topic in the code.',
    'AMQP and JMS clients that only know SAS need the JMS library of Azure, or the connection string from Key Vault.',
  ],
  links: [
    {
      title: 'Authenticate a managed identity to Service Bus',
      url: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-managed-service-identity',
    },
    {
      title: 'Disable local authentication of Service Bus',
      url: 'https://learn.microsoft.com/azure/service-bus-messaging/disable-local-authentication',
    },
    {
      title: 'Connect to Service Bus with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-service-bus',
    },
  ],
};
