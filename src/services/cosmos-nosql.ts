import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from './cosmos-account';
import { refuse, rewrite, sdk } from './pattern';
import { defineService } from './service';

export const cosmosNosql = defineService({
  id: 'cosmos-nosql',
  title: 'Azure Cosmos DB for NoSQL',
  secrets: ['cosmos-connection-string', 'cosmos-key'],
  endpoint: ({ AccountEndpoint }) => AccountEndpoint?.replace(/(?::443)?\/?$/, '') ?? null,
  endpointSetting: 'AZURE_COSMOS_RESOURCEENDPOINT',
  endpointWords: ['cosmos', 'endpoint'],
  byHand: [
    'Create databases and containers with infrastructure code: a token of the data plane may read them, not create them.',
  ],
  clients: {
    typescript: [
      sdk(
        '@azure/cosmos',
        [
          rewrite(
            'new CosmosClient({ endpoint: $URL, key: $KEY, ...$REST })',
            'new CosmosClient({ endpoint: $URL, aadCredentials: $CREDENTIAL, ...$REST })',
          ),
          rewrite(
            'new CosmosClient($CONNECTION)',
            'new CosmosClient({ endpoint: $ENDPOINT, aadCredentials: $CREDENTIAL })',
          ),
          rewrite(
            'new CosmosClient({ connectionString: $CONNECTION, ...$REST })',
            'new CosmosClient({ endpoint: $ENDPOINT, aadCredentials: $CREDENTIAL, ...$REST })',
          ),
          refuse('new CosmosClient({ endpoint: $URL, auth: { masterKey: $KEY, ...$AUTH }, ...$REST })', 'legacy-sdk'),
          refuse('$CLIENT.databases.create(...$REST)', 'creates-resources'),
          refuse('$CLIENT.containers.create(...$REST)', 'creates-resources'),
          ...[
            ...['storedProcedures', 'triggers', 'userDefinedFunctions'].flatMap((name) =>
              ['create', 'upsert'].map((method) => `$CLIENT.scripts.${name}.${method}`),
            ),
            ...['users', 'permissions'].flatMap((name) =>
              ['create', 'upsert'].map((method) => `$CLIENT.${name}.${method}`),
            ),
          ].map((call) => refuse(`${call}(...$REST)`, 'creates-resources')),
        ],
        { since: '3.10.0' },
      ),
      sdk('documentdb', [refuse('new DocumentClient($URL, { masterKey: $KEY, ...$AUTH }, ...$REST)', 'legacy-sdk')]),
    ],
    csharp: [
      sdk(
        'Microsoft.Azure.Cosmos',
        [
          ...['new CosmosClient', 'CosmosClient.CreateAndInitializeAsync', 'new CosmosClientBuilder'].flatMap(
            (call) => [
              rewrite(
                `${call}(accountEndpoint: $URL, authKeyOrResourceToken: $KEY, ...$REST)`,
                `${call}(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)`,
              ),
              rewrite(
                `${call}(accountEndpoint: $URL, authKeyOrResourceTokenCredential: new AzureKeyCredential($KEY), ...$REST)`,
                `${call}(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, ...$REST)`,
              ),
              rewrite(
                `${call}(connectionString: $CONNECTION, ...$REST)`,
                `${call}(accountEndpoint: $ENDPOINT, tokenCredential: $CREDENTIAL, ...$REST)`,
              ),
            ],
          ),
          ...[
            'CreateDatabaseAsync',
            'CreateDatabaseIfNotExistsAsync',
            'CreateContainerAsync',
            'CreateContainerIfNotExistsAsync',
          ].map((name) => refuse(`$CLIENT.${name}(...$REST)`, 'creates-resources')),
        ],
        { namespaces: { CosmosClientBuilder: 'Microsoft.Azure.Cosmos.Fluent' } },
      ),
      sdk(
        'Microsoft.EntityFrameworkCore.Cosmos',
        [
          rewrite(
            '$BUILDER.UseCosmos(accountEndpoint: $URL, accountKey: $KEY, databaseName: $NAME, ...$REST)',
            '$BUILDER.UseCosmos(accountEndpoint: $URL, tokenCredential: $CREDENTIAL, databaseName: $NAME, ...$REST)',
          ),
          rewrite(
            '$BUILDER.UseCosmos(connectionString: $CONNECTION, databaseName: $NAME, ...$REST)',
            '$BUILDER.UseCosmos(accountEndpoint: $ENDPOINT, tokenCredential: $CREDENTIAL, databaseName: $NAME, ...$REST)',
          ),
          ...['EnsureCreated', 'EnsureCreatedAsync'].map((name) =>
            refuse(`$CONTEXT.Database.${name}(...$REST)`, 'creates-resources'),
          ),
        ],
        { namespaces: { UseCosmos: 'Microsoft.EntityFrameworkCore' }, words: ['UseCosmos('], since: '7.0.0' },
      ),
      sdk('Microsoft.Azure.DocumentDB.Core', [refuse('new DocumentClient($URL, $KEY, ...$REST)', 'legacy-sdk')], {
        namespaces: { DocumentClient: 'Microsoft.Azure.Documents.Client' },
        successor: 'Microsoft.Azure.Cosmos',
      }),
    ],
  },
  calls: {
    read: /^(?:query|readitem|readall|readmany|fetchall|fetchnext|getitemquery|getitemlinq|read$|queryitems)/,
    write: /^(?:create|upsert|replace|patch|delete|execute|bulk|batch|transaction)/,
  },
  settings: [
    'COSMOS_KEY',
    'COSMOSDB_KEY',
    'COSMOS_CONNECTION_STRING',
    'AZURE_COSMOS_CONNECTIONSTRING',
    'COSMOS_DB_KEY',
    'CosmosDBConnection',
  ],
  identity: {
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
  },
  examples: [
    {
      language: 'typescript',
      title: 'endpoint and key in shorthand, guarded',
      file: 'orders.ts',
      before: `import { CosmosClient } from '@azure/cosmos';

const endpoint = process.env.COSMOS_ENDPOINT;
const key = process.env.COSMOS_KEY;
if (!endpoint || !key) {
  throw new Error('COSMOS_ENDPOINT and COSMOS_KEY must be set');
}

export const client = new CosmosClient({ endpoint, key });
`,
      after: `import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';

const credential = new DefaultAzureCredential();

const endpoint = process.env.COSMOS_ENDPOINT;
if (!endpoint) {
  throw new Error('COSMOS_ENDPOINT and COSMOS_KEY must be set');
}

export const client = new CosmosClient({ endpoint, aadCredentials: credential });
`,
      rules: ['key-auth/cosmos-nosql'],
    },
    {
      language: 'typescript',
      title: 'options in a variable, with the key in the code',
      file: 'db.js',
      before: `const { CosmosClient } = require("@azure/cosmos");

const options = {
  endpoint: "https://contoso.documents.azure.com:443/",
  key: "{{cosmos-key}}",
  userAgentSuffix: "orders",
};
const client = new CosmosClient(options);

module.exports = client.database("shop").container("orders");
`,
      after: `const { CosmosClient } = require("@azure/cosmos");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const options = {
  endpoint: "https://contoso.documents.azure.com:443/",
  aadCredentials: credential,
  userAgentSuffix: "orders",
};
const client = new CosmosClient(options);

module.exports = client.database("shop").container("orders");
`,
      rules: ['hardcoded/cosmos-key'],
    },
    {
      language: 'typescript',
      title: 'a connection string in the code',
      file: 'connect.ts',
      before: `import { CosmosClient } from "@azure/cosmos";

export const client = new CosmosClient("{{cosmos-connection-string:contoso}}");
`,
      after: `import { CosmosClient } from "@azure/cosmos";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new CosmosClient({ endpoint: "https://contoso.documents.azure.com", aadCredentials: credential });
`,
      rules: ['hardcoded/cosmos-connection-string'],
    },
    {
      language: 'typescript',
      title: 'a connection string from the environment, in an object',
      file: 'client.ts',
      before: `import { CosmosClient } from "@azure/cosmos";

export const client = new CosmosClient({
  connectionString: process.env.COSMOS_CONNECTION_STRING,
  connectionPolicy: { requestTimeout: 10_000 },
});
`,
      after: `import { CosmosClient } from "@azure/cosmos";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new CosmosClient({
  endpoint: process.env.AZURE_COSMOS_RESOURCEENDPOINT,
  aadCredentials: credential,
  connectionPolicy: { requestTimeout: 10_000 },
});
`,
      rules: ['key-auth/cosmos-nosql'],
    },
    {
      language: 'typescript',
      title: 'code that creates its database',
      file: 'setup.ts',
      before: `import { CosmosClient } from "@azure/cosmos";

const client = new CosmosClient({ endpoint: process.env.COSMOS_ENDPOINT!, key: process.env.COSMOS_KEY! });

await client.databases.create({ id: "shop" });
`,
      after: null,
      rules: ['key-auth/cosmos-nosql'],
      refusal: 'creates-resources',
    },
    {
      language: 'typescript',
      title: 'a key or a credential, chosen by the code',
      file: 'either.ts',
      before: `import { CosmosClient } from "@azure/cosmos";
import { DefaultAzureCredential } from "@azure/identity";

const endpoint = process.env.COSMOS_ENDPOINT!;
const key = process.env.COSMOS_KEY;

export const client = key
  ? new CosmosClient({ endpoint, key })
  : new CosmosClient({ endpoint, aadCredentials: new DefaultAzureCredential() });
`,
      after: null,
      rules: ['key-auth/cosmos-nosql'],
      refusal: 'dual-path',
    },
    {
      language: 'csharp',
      title: 'an endpoint and a key',
      file: 'CartStore.cs',
      before: `using Microsoft.Azure.Cosmos;

namespace Shop;

public class CartStore
{
    private readonly Container _carts;

    public CartStore(IConfiguration configuration)
    {
        var client = new CosmosClient(
            accountEndpoint: configuration["Cosmos:Endpoint"],
            authKeyOrResourceToken: configuration["Cosmos:Key"], // primary
            clientOptions: new CosmosClientOptions { ApplicationName = "shop" });
        _carts = client.GetContainer("shop", "carts");
    }
}
`,
      after: `using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Shop;

public class CartStore
{
    private readonly Container _carts;

    public CartStore(IConfiguration configuration)
    {
        var credential = new DefaultAzureCredential();
        var client = new CosmosClient(
            accountEndpoint: configuration["Cosmos:Endpoint"],
            tokenCredential: credential, // primary
            clientOptions: new CosmosClientOptions { ApplicationName = "shop" });
        _carts = client.GetContainer("shop", "carts");
    }
}
`,
      rules: ['key-auth/cosmos-nosql'],
    },
    {
      language: 'csharp',
      title: 'a connection string for dependency injection',
      file: 'Program.cs',
      before: `using Microsoft.Azure.Cosmos;

var connectionString = builder.Configuration.GetConnectionString("Cosmos")!;
builder.Services.AddSingleton(_ => new CosmosClient(connectionString));
`,
      after: `using Azure.Identity;
using Microsoft.Azure.Cosmos;

var cosmosEndpoint = builder.Configuration["AZURE_COSMOS_RESOURCEENDPOINT"]!;
builder.Services.AddSingleton(_ => new CosmosClient(cosmosEndpoint, new DefaultAzureCredential()));
`,
      rules: ['key-auth/cosmos-nosql'],
    },
    {
      language: 'csharp',
      title: 'a context of Entity Framework',
      file: 'Startup.cs',
      before: `using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(options =>
    options.UseCosmos(
        builder.Configuration["Cosmos:Endpoint"]!,
        builder.Configuration["Cosmos:Key"]!,
        databaseName: "shop"));
`,
      after: `using Azure.Identity;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(options =>
    options.UseCosmos(
        builder.Configuration["Cosmos:Endpoint"]!,
        tokenCredential: new DefaultAzureCredential(),
        databaseName: "shop"));
`,
      rules: ['key-auth/cosmos-nosql'],
    },
    {
      language: 'csharp',
      title: 'the legacy package',
      file: 'Documents.cs',
      before: `using System;
using Microsoft.Azure.Documents.Client;

public class Documents
{
    public DocumentClient Create(IConfiguration configuration) =>
        new DocumentClient(new Uri(configuration["Cosmos:Endpoint"]), configuration["Cosmos:Key"]);
}
`,
      after: null,
      rules: ['key-auth/cosmos-nosql'],
      refusal: 'legacy-sdk',
    },
  ],
});
