import { refuse, rewrite, sdk } from './pattern';
import { URL_WITH_PASSWORD } from './url-with-password';
import { defineService } from './service';

const OPTIONS =
  '{ tls: true, retryWrites: false, authMechanism: "MONGODB-OIDC", authMechanismProperties: { OIDC_CALLBACK: () => $CREDENTIAL.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token, expiresOnTimestamp }) => ({ accessToken: token, expiresInSeconds: Math.floor((expiresOnTimestamp - Date.now()) / 1000) })), ALLOWED_HOSTS: ["*.azure.com"] } }';

/** A URL with a password in it, or one from elsewhere that may hold one; not what signs in with a token already. */
const hasToken = (code: string): boolean => code.includes('MONGODB-OIDC');
const VCORE_URL = /:\/\/[^\s@"'`:]{0,200}:[^\s"'`]{0,1000}@[\w.-]{0,200}\.mongocluster\.cosmos\.azure\.com/;

const VCORE = { test: (code: string): boolean => !hasToken(code) && VCORE_URL.test(code) };
const REQUEST_UNITS = { test: (code: string): boolean => !hasToken(code) && code.includes('.mongo.cosmos.azure.') };
const OTHER = {
  test: (code: string): boolean => !hasToken(code) && (!code.includes('://') || URL_WITH_PASSWORD.test(code)),
};

export const cosmosMongodb = defineService({
  id: 'cosmos-mongodb',
  title: 'Azure Cosmos DB for MongoDB',
  secrets: ['cosmos-mongo-url'],
  // Clusters (vCore) take tokens on their global host name.
  endpoint: ({ Url }) =>
    Url && /\.mongocluster\./.test(Url)
      ? Url.replace(/^(\w[\w+]*:\/\/[^./]+)\.mongocluster\./, '$1.global.mongocluster.')
      : null,
  // The driver serves any MongoDB server.
  claims: (code, text) =>
    /azure|cosmos/i.test(code) || /\.(?:mongo|mongocluster)\.cosmos\.azure\.|AZURE_COSMOS/i.test(text),
  clients: {
    typescript: [
      sdk(
        'mongodb',
        [
          rewrite('new MongoClient($URI)', `new MongoClient($ENDPOINT, ${OPTIONS})`, { when: VCORE }),
          ...['new MongoClient', 'MongoClient.connect'].flatMap((make) => [
            refuse(`${make}($URI, ...$REST)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
            refuse(`${make}($URI, ...$REST)`, 'database-url', { when: OTHER }),
          ]),
        ],
        { since: '6.8.0' },
      ),
      sdk('mongoose', [
        refuse('connect($URI, ...$REST)', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
        refuse('connect($URI, ...$REST)', 'database-url', { when: OTHER }),
      ]),
    ],
    csharp: [
      sdk(
        'MongoDB.Driver',
        ['new MongoClient', 'MongoClientSettings.FromConnectionString', 'MongoUrl.Create', 'new MongoUrl'].flatMap(
          (make) => [
            refuse(`${make}($URI)`, 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
            refuse(`${make}($URI)`, 'database-url', { when: OTHER }),
          ],
        ),
      ),
      sdk(
        'MongoDB.EntityFrameworkCore',
        [
          refuse('$BUILDER.UseMongoDB($URI, $NAME, ...$REST)', 'cosmos-mongo-request-units', { when: REQUEST_UNITS }),
          refuse('$BUILDER.UseMongoDB($URI, $NAME, ...$REST)', 'database-url', { when: OTHER }),
        ],
        { namespaces: { UseMongoDB: 'Microsoft.EntityFrameworkCore' }, words: ['UseMongoDB('] },
      ),
    ],
  },
  settings: ['AZURE_COSMOS_CONNECTIONSTRING', 'COSMOS_MONGO_CONNECTION_STRING', 'MONGODB_URI', 'MONGO_URL'],
  identity: {
    support: 'partly',
    summary:
      'Azure DocumentDB (MongoDB vCore) accepts Microsoft Entra tokens through MONGODB-OIDC, with the identity registered as a user of the cluster. Cosmos DB for MongoDB (RU) has no client recipe: there the connection string stays, in Key Vault.',
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
      bicep: `resource cluster 'Microsoft.DocumentDB/mongoClusters@2025-09-01' existing = {
  name: '<mongo-cluster>'
}

resource user 'Microsoft.DocumentDB/mongoClusters/users@2025-09-01' = {
  parent: cluster
  name: '<principal-id>'
  properties: {
    identityProvider: {
      type: 'MicrosoftEntraID'
      properties: {
        principalType: 'ServicePrincipal'
      }
    }
    roles: [
      {
        db: '<database>'
        role: '<role-name>'
      }
    ]
  }
}`,
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
      bicep: `resource cluster 'Microsoft.DocumentDB/mongoClusters@2025-09-01' = {
  name: '<mongo-cluster>'
  location: resourceGroup().location
  // the other properties stay as they are
  properties: {
    authConfig: {
      allowedModes: [
        'MicrosoftEntraID'
      ]
    }
  }
}`,
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
  },
  examples: [
    {
      language: 'typescript',
      title: 'a cluster (vCore), with the password in the code',
      file: 'cluster.ts',
      before: `import { MongoClient } from "mongodb";

export const client = new MongoClient("mongodb+srv://shop:{{password}}@contoso.mongocluster.cosmos.azure.com/?tls=true&authMechanism=SCRAM-SHA-256");
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { MongoClient } from "mongodb";

const credential = new DefaultAzureCredential();

export const client = new MongoClient("mongodb+srv://contoso.global.mongocluster.cosmos.azure.com/", { tls: true, retryWrites: false, authMechanism: "MONGODB-OIDC", authMechanismProperties: { OIDC_CALLBACK: () => credential.getToken("https://ossrdbms-aad.database.windows.net/.default").then(({ token, expiresOnTimestamp }) => ({ accessToken: token, expiresInSeconds: Math.floor((expiresOnTimestamp - Date.now()) / 1000) })), ALLOWED_HOSTS: ["*.azure.com"] } });
`,
      rules: ['hardcoded/cosmos-mongo-url'],
    },
    {
      language: 'typescript',
      title: 'an account with request units',
      file: 'account.js',
      before: `const { MongoClient } = require('mongodb')

const account = 'contoso'
const client = new MongoClient(\`mongodb://\${account}:\${process.env.COSMOS_KEY}@\${account}.mongo.cosmos.azure.com:10255/?ssl=true\`)

module.exports = { client }
`,
      after: null,
      rules: ['key-auth/cosmos-mongodb'],
      refusal: 'cosmos-mongo-request-units',
    },
    {
      language: 'typescript',
      title: 'a URL from the environment',
      file: 'url.ts',
      before: `import { MongoClient } from "mongodb";

export const client = new MongoClient(process.env.AZURE_COSMOS_CONNECTIONSTRING!);
`,
      after: null,
      rules: ['key-auth/cosmos-mongodb'],
      refusal: 'database-url',
    },
    {
      language: 'csharp',
      title: 'a URL from the configuration',
      file: 'Store.cs',
      before: `using Microsoft.Extensions.Configuration;
using MongoDB.Driver;

public class Store
{
    private readonly IMongoClient _client;

    public Store(IConfiguration configuration)
    {
        _client = new MongoClient(configuration["AZURE_COSMOS_CONNECTIONSTRING"]);
    }
}
`,
      after: null,
      rules: ['key-auth/cosmos-mongodb'],
      refusal: 'database-url',
    },
    {
      language: 'csharp',
      title: 'an account with request units',
      file: 'Account.cs',
      before: `using System;
using MongoDB.Driver;

var key = Environment.GetEnvironmentVariable("COSMOS_KEY");
var settings = MongoClientSettings.FromConnectionString($"mongodb://contoso:{key}@contoso.mongo.cosmos.azure.com:10255/?ssl=true");
var client = new MongoClient(settings);
`,
      after: null,
      rules: ['key-auth/cosmos-mongodb'],
      refusal: 'cosmos-mongo-request-units',
    },
  ],
});
