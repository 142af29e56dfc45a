import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Azure DocumentDB (MongoDB vCore) accepts Microsoft Entra tokens through MONGODB-OIDC, with the identity registered as a user of the cluster. Cosmos DB for MongoDB (RU) does not support this in clients: keep its connection string in Key Vault.',
  roles: {
    read: [{ name: 'read', id: '', allows: 'read one database', own: true }],
    write: [{ name: 'readWrite', id: '', allows: 'read and write one database', own: true }],
    admin: [{ name: 'root', id: '', allows: 'everything, granted on the database admin', own: true }],
    other: [],
  },
  endpoint:
    'mongodb+srv://<mongo-cluster>.global.mongocluster.cosmos.azure.com/?tls=true&authMechanism=MONGODB-OIDC&retrywrites=false&maxIdleTimeMS=120000',
  scopeNote: 'The cluster must allow MicrosoftEntraID in authConfig.allowedModes first.',
  grant: {
    kind: 'commands',
    cli: [
      `az rest --method PUT --url "https://management.azure.com/<mongo-cluster-id>/users/<principal-id>?api-version=2025-09-01" --body '{"properties":{"identityProvider":{"type":"MicrosoftEntraID","properties":{"principalType":"ServicePrincipal"}},"roles":[{"db":"<database>","role":"<role-name>"}]}}'`,
    ],
    terraform: `resource "azapi_resource" "user" {
  type      = "Microsoft.DocumentDB/mongoClusters/users@2025-09-01"
  name      = "<principal>"
  parent_id = azurerm_mongo_cluster.target.id
  body = {
    properties = {
      identityProvider = {
        type = "MicrosoftEntraID"
        properties = {
          principalType = "ServicePrincipal"
        }
      }
      roles = [
        {
          db   = "<database>"
          role = "<role-name>"
        }
      ]
    }
  }
}`,
  },
  disableKeys: {
    cli: `az resource update --ids <mongo-cluster-id> --set properties.authConfig.allowedModes='["MicrosoftEntraID"]'`,
    bicep: "properties.authConfig.allowedModes: ['MicrosoftEntraID']",
    terraform: `resource "azurerm_mongo_cluster" "target" {
  # the other arguments stay as they are
  authentication_methods = ["MicrosoftEntraID"]
}`,
    effect: 'Users with a password can no longer sign in to the cluster.',
  },
  rotate: [
    'az cosmosdb keys regenerate --resource-group <resource-group> --name <account> --key-kind primary',
    'az cosmosdb keys regenerate --resource-group <resource-group> --name <account> --key-kind secondary',
    '# or, for a cluster with vCores (extension cosmosdb-preview):',
    'az cosmosdb mongocluster update --resource-group <resource-group> --cluster-name <mongo-cluster> --administrator-login-password <new-password>',
  ],
  limits: [
    'Clusters (*.mongocluster.cosmos.azure.com): the driver needs MONGODB-OIDC, with a token callback or ENVIRONMENT:azure.',
    'Accounts with request units (*.mongo.cosmos.azure.com:10255): keep the connection string in Key Vault, or read it at the start with an identity that may only list the connection strings of this account.',
    'Spring Data MongoDB has no option without a password for accounts with request units.',
    'In Terraform azurerm_mongo_cluster_user knows the role root on admin only: hence azapi.',
  ],
  links: [
    {
      title: 'Connect to Azure DocumentDB with role-based access control',
      url: 'https://learn.microsoft.com/azure/documentdb/how-to-connect-role-based-access-control',
    },
    {
      title: 'Connect to Cosmos DB for MongoDB with Service Connector',
      url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-cosmos-db',
    },
  ],
};
