import type { Identity } from '../identity';

type Api = 'sql' | 'table' | 'gremlin' | 'cassandra';

/**
 * The data roles of Cosmos DB's own access control: the same two in every API. The ids are documented for NoSQL and Table;
 * for Cassandra and Gremlin they follow the same pattern and were not checked.
 */
export const cosmosRoles = {
  read: [
    {
      name: 'Cosmos DB Built-in Data Reader',
      id: '00000000-0000-0000-0000-000000000001',
      allows: 'read items and metadata',
      own: true,
    },
  ],
  write: [
    {
      name: 'Cosmos DB Built-in Data Contributor',
      id: '00000000-0000-0000-0000-000000000002',
      allows: 'read, write and delete items',
      own: true,
    },
  ],
} satisfies Partial<Identity['roles']>;

const account = `resource account 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' existing = {
  name: '<account>'
}`;

/** A role assignment of Cosmos DB itself, which Azure RBAC does not know. `terraform` where azurerm has a resource for it. */
export const cosmosGrant = (api: Api, terraform?: string): Identity['grant'] => ({
  kind: 'commands',
  cli: [
    `az cosmosdb ${api} role assignment create --resource-group <resource-group> --account-name <account> --role-definition-id <role-id> --principal-id <principal-id> --scope /`,
  ],
  bicep: `${account}

resource access 'Microsoft.DocumentDB/databaseAccounts/${api}RoleAssignments@2026-03-15' = {
  parent: account
  name: guid(account.id, '<workload>', '<role-id>')
  properties: {
    // <role-name>
    roleDefinitionId: '\${account.id}/${api}RoleDefinitions/<role-id>'
    principalId: '<principal>'
    scope: account.id
  }
}`,
  terraform:
    terraform ??
    `resource "azapi_resource" "access" {
  type      = "Microsoft.DocumentDB/databaseAccounts/${api}RoleAssignments@2026-03-15"
  name      = "<assignment-guid>"
  parent_id = azurerm_cosmosdb_account.target.id
  body = {
    properties = {
      roleDefinitionId = "\${azurerm_cosmosdb_account.target.id}/${api}RoleDefinitions/<role-id>" # <role-name>
      principalId      = "<principal>"
      scope            = azurerm_cosmosdb_account.target.id
    }
  }
}`,
});

export const cosmosScopeNote =
  'The scope / is the whole account; /dbs/<database>/colls/<container-name> is one container. The assignment takes the principal (object) id, never the client id.';

export const cosmosDisableKeys = {
  cli: 'az cosmosdb update --resource-group <resource-group> --name <account> --disable-local-auth true',
  bicep: 'properties.disableLocalAuth: true',
  effect: 'Every client that uses a key or connection string of the account no longer works.',
} satisfies Identity['disableKeys'];

export const cosmosRotate = ['primary', 'secondary', 'primaryReadonly', 'secondaryReadonly'].map(
  (kind) => `az cosmosdb keys regenerate --resource-group <resource-group> --name <account> --key-kind ${kind}`,
);
