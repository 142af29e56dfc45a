import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Azure Relay accepts Microsoft Entra tokens, and its .NET library uses them. The Node packages only build SAS tokens: there the key stays, in Key Vault.',
  roles: {
    read: [
      {
        name: 'Azure Relay Listener',
        id: '26e0b698-aa6d-4085-9386-aadae190014d',
        allows: 'listen on hybrid connections and relays',
      },
    ],
    write: [
      {
        name: 'Azure Relay Sender',
        id: '26baccc8-eea7-41f1-98f4-1762cc7f685d',
        allows: 'send through hybrid connections and relays',
      },
    ],
    admin: [
      { name: 'Azure Relay Owner', id: '2787bf04-f1f5-4bfe-8383-c8a24483ee38', allows: 'listen, send and manage' },
    ],
    other: [],
  },
  usual: 'Azure Relay Listener',
  endpoint: 'sb://<namespace>.servicebus.windows.net/<hybrid-connection>',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Relay/namespaces/<namespace>',
    bicepType: 'Microsoft.Relay/namespaces@2021-11-01',
    terraformType: 'azurerm_relay_namespace',
  },
  rotate: [
    'az relay namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key PrimaryKey',
    'az relay namespace authorization-rule keys renew --resource-group <resource-group> --namespace-name <namespace> --name <rule> --key SecondaryKey',
  ],
  limits: [
    'The Node packages hyco-https and hyco-ws only build SAS tokens (createRelayToken): keep the key in Key Vault, or send a bearer token yourself.',
    'Key access cannot be switched off: delete unused authorization rules, keep the others minimal, and rotate.',
    'WCF Relay with the legacy WindowsAzure.ServiceBus package is SAS only.',
  ],
  links: [
    {
      title: 'Authenticate a managed identity to Azure Relay',
      url: 'https://learn.microsoft.com/azure/azure-relay/authenticate-managed-identity',
    },
  ],
};
