import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Communication Services (email, SMS, identity, rooms) accept Microsoft Entra tokens in the server SDKs. Give the identity the data role and connect with the endpoint instead of the connection string.',
  roles: {
    read: [],
    write: [
      {
        name: 'Communication and Email Service Owner',
        id: '09976791-48a7-449e-bb21-39d1a415f350',
        allows: 'everything on the resource and its data',
      },
    ],
    admin: [],
    other: [],
  },
  endpoint: 'https://<communication>.communication.azure.com',
  scopeNote: 'There is one broad built-in role and none that only reads: consider a custom role.',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Communication/communicationServices/<communication>',
    bicepType: 'Microsoft.Communication/communicationServices@2026-03-18',
    terraformType: 'azurerm_communication_service',
  },
  disableKeys: {
    cli: 'az resource update --ids <communication-id> --set properties.disableLocalAuth=true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: `resource "azapi_update_resource" "entra_only" {
  type        = "Microsoft.Communication/communicationServices@2026-03-18"
  resource_id = azurerm_communication_service.target.id
  body = {
    properties = {
      disableLocalAuth = true
    }
  }
}`,
    effect: 'Servers that connect with an access key stop.',
  },
  rotate: [
    'az communication regenerate-key --resource-group <resource-group> --name <communication> --key-type Primary',
    'az communication regenerate-key --resource-group <resource-group> --name <communication> --key-type Secondary',
  ],
  limits: [
    "Chat and Calling in the end user's app use access tokens that CommunicationIdentityClient makes, not tokens of Microsoft Entra.",
    'The commands az communication are an extension of the Azure CLI.',
  ],
  links: [
    {
      title: 'Authenticate to Communication Services',
      url: 'https://learn.microsoft.com/azure/communication-services/concepts/authentication',
    },
  ],
};
