import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from './cosmos-account';
import { defineService } from './service';
import { netTableClients, tableClients } from './table-clients';

export const cosmosTable = defineService({
  id: 'cosmos-table',
  title: 'Azure Cosmos DB for Table',
  secrets: [],
  endpoint: ({ TableEndpoint, Url }) => (Url ?? TableEndpoint)?.replace(/\/$/, '') ?? null,
  // Not Service Connector's AZURE_COSMOS_RESOURCEENDPOINT: that one holds the endpoint of the NoSQL API.
  endpointSetting: 'AZURE_COSMOS_TABLE_ENDPOINT',
  endpointWords: ['table', 'endpoint'],
  // The package is the one of Azure Table Storage.
  claims: (code) => /cosmos/i.test(code),
  clients: { typescript: [tableClients], csharp: netTableClients },
  settings: ['AZURE_COSMOS_CONNECTIONSTRING', 'COSMOS_TABLE_CONNECTION_STRING', 'TABLES_CONNECTION_STRING'],
  identity: {
    support: 'yes',
    summary:
      'Cosmos DB for Table accepts Microsoft Entra tokens with roles of its own. Give the identity a data role and connect with the table endpoint instead of the connection string.',
    roles: { ...cosmosRoles, admin: [], other: [] },
    endpoint: 'https://<account>.table.cosmos.azure.com:443/',
    scopeNote: cosmosScopeNote,
    grant: cosmosGrant('table'),
    disableKeys: cosmosDisableKeys,
    rotate: cosmosRotate,
    prove:
      'az cosmosdb table role assignment list --resource-group <resource-group> --account-name <account> --output table',
    limits: [
      'Service Connector still documents a detour over listConnectionStrings for this API: use the role assignment of the table API.',
      'In Terraform use azapi: azurerm has no resource for this role assignment. The commands az cosmosdb table role are in the extension cosmosdb-preview.',
    ],
    links: [
      {
        title: 'Connect to Cosmos DB for Table with role-based access control',
        url: 'https://learn.microsoft.com/azure/cosmos-db/table/how-to-connect-role-based-access-control',
      },
      {
        title: 'Data plane roles of Cosmos DB for Table',
        url: 'https://learn.microsoft.com/azure/cosmos-db/table/security/reference-data-plane-roles',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'a connection string from the environment',
      file: 'table.ts',
      before: `import { TableClient } from "@azure/data-tables";

export const orders = TableClient.fromConnectionString(process.env.COSMOS_TABLE_CONNECTION_STRING!, "orders");
`,
      after: `import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const orders = new TableClient(process.env.AZURE_COSMOS_TABLE_ENDPOINT!, "orders", credential);
`,
      rules: ['key-auth/cosmos-table'],
    },
    {
      language: 'typescript',
      title: 'a connection string in the code',
      file: 'orders.js',
      before: `const { TableServiceClient } = require("@azure/data-tables");

const service = TableServiceClient.fromConnectionString(
  "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey={{cosmos-key}};TableEndpoint=https://contoso.table.cosmos.azure.com:443/;"
);

module.exports = { service };
`,
      after: `const { TableServiceClient } = require("@azure/data-tables");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const service = new TableServiceClient(
  "https://contoso.table.cosmos.azure.com:443",
  credential
);

module.exports = { service };
`,
      rules: ['hardcoded/storage-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a named key',
      file: 'named.ts',
      before: `import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

const url = "https://contoso.table.cosmos.azure.com";

export const orders = new TableClient(url, "orders", new AzureNamedKeyCredential("contoso", process.env.COSMOS_KEY!));
`,
      after: `import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const url = "https://contoso.table.cosmos.azure.com";

export const orders = new TableClient(url, "orders", credential);
`,
      rules: ['key-auth/cosmos-table'],
    },
    {
      language: 'csharp',
      title: 'a connection string from the configuration',
      file: 'Carts.cs',
      before: `using Azure.Data.Tables;

var carts = new TableClient(builder.Configuration["Cosmos:TableConnectionString"], "carts");
`,
      after: `using Azure.Data.Tables;
using Azure.Identity;

var credential = new DefaultAzureCredential();
var carts = new TableClient(new Uri(builder.Configuration["AZURE_COSMOS_TABLE_ENDPOINT"]!), "carts", credential);
`,
      rules: ['key-auth/cosmos-table'],
    },
  ],
});
