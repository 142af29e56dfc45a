import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'SignalR Service accepts Microsoft Entra tokens. Give the identity the role of an app server, or a REST role in serverless mode, and connect with the endpoint instead of the connection string.',
  roles: {
    read: [
      {
        name: 'SignalR REST API Reader',
        id: 'ddde6b66-c0df-4114-a159-3618637b3035',
        allows: 'read over the REST API',
      },
    ],
    write: [
      {
        name: 'SignalR App Server',
        id: '420fcaa2-552c-430f-98ca-3264be4806c7',
        allows: 'act as app server and make client tokens',
      },
    ],
    admin: [
      {
        name: 'SignalR Service Owner',
        id: '7e4f1700-ea5a-4f59-8f37-079cfe29dce3',
        allows: 'use the whole data plane, serverless mode included',
      },
    ],
    other: [
      {
        name: 'SignalR REST API Owner',
        id: 'fd53cd77-2268-407a-8f46-7e7863d0f521',
        allows: 'use the whole REST API',
      },
    ],
  },
  endpoint: 'https://<signalr>.service.signalr.net',
  bindings: ['AzureSignalRConnectionString__serviceUri=https://<signalr>.service.signalr.net'],
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.SignalRService/signalR/<signalr>',
    bicepType: 'Microsoft.SignalRService/signalR@2024-03-01',
    terraformType: 'azurerm_signalr_service',
  },
  disableKeys: {
    cli: 'az signalr update --resource-group <resource-group> --name <signalr> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect: 'Servers and functions that connect with an access key stop.',
  },
  rotate: [
    'az signalr key renew --resource-group <resource-group> --name <signalr> --key-type primary',
    'az signalr key renew --resource-group <resource-group> --name <signalr> --key-type secondary',
  ],
  limits: [
    'Serverless mode and the REST API need SignalR REST API Owner or SignalR Service Owner instead of SignalR App Server.',
    'The SignalR trigger of Azure Functions still needs a connection string; negotiate and output bindings take __serviceUri.',
    'Browsers keep getting a short-lived token from the negotiate endpoint.',
  ],
  links: [
    {
      title: 'Authorize a managed identity to SignalR Service',
      url: 'https://learn.microsoft.com/azure/azure-signalr/signalr-howto-authorize-managed-identity',
    },
  ],
};
