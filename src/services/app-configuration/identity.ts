import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'yes',
  summary:
    'App Configuration accepts Microsoft Entra tokens. Give the identity the right to read the data and connect with the endpoint instead of the connection string.',
  roles: {
    read: [
      {
        name: 'App Configuration Data Reader',
        id: '516239f1-63e1-4d78-a4de-a74fb236a071',
        allows: 'read settings and feature flags',
      },
    ],
    write: [
      {
        name: 'App Configuration Data Owner',
        id: '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b',
        allows: 'read, write and delete settings',
      },
    ],
    admin: [],
    other: [
      {
        name: 'App Configuration Contributor',
        id: 'fe86443c-f201-4fc4-9d2a-ac61149fbda0',
        allows: 'manage the store and list its keys, without its data',
      },
    ],
  },
  usual: 'App Configuration Data Reader',
  endpoint: 'https://<store>.azconfig.io',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.AppConfiguration/configurationStores/<store>',
    bicepType: 'Microsoft.AppConfiguration/configurationStores@2024-06-01',
    terraformType: 'azurerm_app_configuration',
  },
  disableKeys: {
    cli: 'az appconfig update --resource-group <resource-group> --name <store> --disable-local-auth true',
    bicep: 'properties.disableLocalAuth: true',
    terraform: 'local_auth_enabled = false',
    effect:
      'Clients with a connection string stop. Bicep that writes settings then needs az appconfig update --arm-auth-mode pass-through.',
  },
  rotate: [
    'az appconfig credential list --resource-group <resource-group> --name <store> --query "[].{id:id,name:name}" --output table',
    'az appconfig credential regenerate --resource-group <resource-group> --name <store> --id <key-id>',
  ],
  prove: 'az appconfig kv list --endpoint https://<store>.azconfig.io --auth-mode login --top 1',
  limits: [
    'References to Key Vault in the store are resolved by the client: its identity also needs Key Vault Secrets User on the vault.',
    'App Configuration Contributor lists keys and gives no access to data with Microsoft Entra.',
  ],
  links: [
    {
      title: 'App Configuration with Microsoft Entra ID',
      url: 'https://learn.microsoft.com/azure/azure-app-configuration/concept-enable-rbac',
    },
    {
      title: 'Disable access keys of App Configuration',
      url: 'https://learn.microsoft.com/azure/azure-app-configuration/howto-disable-access-key-authentication',
    },
    {
      title: 'Connect to App Configuration with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-app-configuration',
    },
  ],
};
