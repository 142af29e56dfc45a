import type { Identity } from '../identity';
import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from '../shared/cosmos-account';

export const identity: Identity = {
  support: 'yes',
  summary:
    'Cosmos DB for NoSQL accepts Microsoft Entra tokens with roles of its own, which do not show under Access control (IAM). Give the identity a data role and connect with the account endpoint instead of the key.',
  roles: {
    ...cosmosRoles,
    admin: [],
    other: [
      {
        name: 'Cosmos DB Operator',
        id: '230815da-be43-4aae-9cb4-875f7bd000aa',
        allows: 'manage the account without its keys and data: for deployments',
      },
    ],
  },
  endpoint: 'https://<account>.documents.azure.com:443/',
  bindings: ['<connection>__accountEndpoint=https://<account>.documents.azure.com:443/'],
  scopeNote: cosmosScopeNote,
  grant: cosmosGrant(
    'sql',
    `resource "azurerm_cosmosdb_sql_role_assignment" "workload" {
  resource_group_name = "<resource-group>"
  account_name        = azurerm_cosmosdb_account.target.name
  role_definition_id  = "\${azurerm_cosmosdb_account.target.id}/sqlRoleDefinitions/<role-id>" # <role-name>
  principal_id        = "<principal>"
  scope               = azurerm_cosmosdb_account.target.id
}`,
  ),
  disableKeys: {
    ...cosmosDisableKeys,
    terraform: `resource "azurerm_cosmosdb_account" "target" {
  # the other arguments stay as they are
  local_authentication_enabled = false # before azurerm 5: local_authentication_disabled = true
}`,
  },
  rotate: cosmosRotate,
  prove:
    'az cosmosdb sql role assignment list --resource-group <resource-group> --account-name <account> --output table',
  limits: [
    'A data token cannot create or delete databases and containers or change throughput: createIfNotExists fails with 403. Create them with Bicep, Terraform or the CLI.',
    'Roles of Azure RBAC such as Cosmos DB Account Reader Role or DocumentDB Account Contributor give no access to data, but can read keys.',
    'Custom definitions know no notDataActions.',
  ],
  links: [
    {
      title: 'Connect to Cosmos DB for NoSQL with role-based access control',
      url: 'https://learn.microsoft.com/azure/cosmos-db/nosql/how-to-connect-role-based-access-control',
    },
    {
      title: 'Connect to Cosmos DB for NoSQL with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-cosmos-sql',
    },
  ],
};
