import { cosmosDisableKeys, cosmosGrant, cosmosRoles, cosmosRotate, cosmosScopeNote } from './cosmos-account';
import { refuse, sdk } from './pattern';
import { defineService } from './service';

export const cosmosCassandraGremlin = defineService({
  id: 'cosmos-cassandra-gremlin',
  title: 'Azure Cosmos DB for Apache Cassandra and Gremlin',
  secrets: [],
  endpoint: () => null,
  // The drivers serve any server of these protocols.
  claims: (code, text) => /azure|cosmos/i.test(code) || /\.(?:cassandra|gremlin)\.cosmos\.azure\./i.test(text),
  clients: {
    typescript: [
      sdk('gremlin', [
        refuse('driver.auth.PlainTextSaslAuthenticator($USER, $PASSWORD)', 'package-without-entra'),
        refuse('new driver.auth.PlainTextSaslAuthenticator($USER, $PASSWORD)', 'package-without-entra'),
      ]),
      sdk('cassandra-driver', [
        refuse('new auth.PlainTextAuthProvider($USER, $PASSWORD)', 'package-without-entra'),
        refuse('new Client({ credentials: { password: $PASSWORD, ...$LOGIN }, ...$REST })', 'package-without-entra'),
      ]),
    ],
    csharp: [
      sdk('CassandraCSharpDriver', [refuse('$BUILDER.WithCredentials($USER, $PASSWORD)', 'package-without-entra')], {
        namespaces: { Cluster: 'Cassandra' },
      }),
      sdk(
        'Gremlin.Net',
        [
          refuse(
            'new GremlinServer(hostname: $HOST, port: $PORT, enableSsl: $SSL, username: $USER, password: $PASSWORD)',
            'package-without-entra',
          ),
        ],
        { namespaces: { GremlinServer: 'Gremlin.Net.Driver' } },
      ),
    ],
  },
  settings: ['AZURE_COSMOS_PASSWORD', 'AZURE_COSMOS_KEY'],
  identity: {
    support: 'partly',
    summary:
      'Cosmos DB for Cassandra and Gremlin know role assignments for Microsoft Entra, but the open source drivers expect a user name and a password: keep the key in Key Vault and try the identity before you rely on it.',
    roles: { ...cosmosRoles, admin: [], other: [] },
    scopeNote: cosmosScopeNote,
    grant: cosmosGrant('gremlin'),
    disableKeys: {
      ...cosmosDisableKeys,
      effect: 'Every client with a key stops, drivers that know only user name and password among them.',
    },
    rotate: cosmosRotate,
    limits: [
      'The commands are for Gremlin; for Cassandra write cassandra instead of gremlin. They are in the extension cosmosdb-preview.',
      'The documentation of Gremlin shows a token for https://cosmos.azure.com/.default in the place of the password, for an hour at a time. It was not tried here: the safe way today is the key in Key Vault.',
      'The ids of the roles are those of the other APIs and are not documented for these two: compare with az cosmosdb gremlin role definition list.',
      'Service Connector documents a detour: the app lists the keys with its token.',
    ],
    links: [
      {
        title: 'Cosmos DB for Apache Gremlin with role-based access control',
        url: 'https://learn.microsoft.com/azure/cosmos-db/gremlin/how-to-connect-role-based-access-control',
      },
      {
        title: 'Cosmos DB for Apache Cassandra with role-based access control',
        url: 'https://learn.microsoft.com/azure/cosmos-db/cassandra/how-to-connect-role-based-access-control',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'Gremlin with the key as password',
      file: 'graph.js',
      before: `const gremlin = require("gremlin");

const authenticator = new gremlin.driver.auth.PlainTextSaslAuthenticator("/dbs/shop/colls/people", process.env.AZURE_COSMOS_KEY);
const client = new gremlin.driver.Client("wss://contoso.gremlin.cosmos.azure.com:443/", { authenticator });
`,
      after: null,
      rules: ['key-auth/cosmos-cassandra-gremlin'],
      refusal: 'package-without-entra',
    },
    {
      language: 'csharp',
      title: 'a graph and a cluster',
      file: 'Graph.cs',
      before: `using System;
using Cassandra;
using Gremlin.Net.Driver;

var key = Environment.GetEnvironmentVariable("COSMOS_KEY");
var server = new GremlinServer("contoso.gremlin.cosmos.azure.com", 443, enableSsl: true, username: "/dbs/shop/colls/items", password: key);
var cluster = Cluster.Builder().AddContactPoint("contoso.cassandra.cosmos.azure.com").WithCredentials("contoso", key).Build();
`,
      after: null,
      rules: ['key-auth/cosmos-cassandra-gremlin', 'key-auth/cosmos-cassandra-gremlin'],
      refusal: 'package-without-entra',
    },
  ],
});
