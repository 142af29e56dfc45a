import { refuse, rewrite, sdk } from './pattern';
import { URL_WITH_PASSWORD } from './url-with-password';
import { defineService } from './service';

const PROVIDER =
  'EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential: $CREDENTIAL, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } })';
const names = { EntraIdCredentialsProviderFactory: '@redis/entraid', REDIS_SCOPE_DEFAULT: '@redis/entraid' };

/** A URL with a password in it; one from a setting may hold one, unless the client has a credential already. */
const WITH_PASSWORD = URL_WITH_PASSWORD;
const FROM_ELSEWHERE = {
  test: (code: string): boolean => !code.includes('credentialsProvider') && !code.includes('://'),
};

/** From elsewhere, or with a password: `contoso.redis.cache.windows.net:6380` alone holds none. */
const NET_PASSWORD = {
  test(code: string): boolean {
    const first = code.search(/["']/);
    const last = [...code.matchAll(/password\s{0,9}=/gi)].at(-1)?.index ?? -1;
    if (first < 0) return true;
    return ![...code.matchAll(/:\d{4,5}/g)].some((port) => port.index > first && port.index + port[0].length > last);
  },
};

/** Options of .NET that take a token already; `Configuration` is a word of many classes, the cache's is meant. */
function isCache(code: string, text: string): boolean {
  if (/ConfigureForAzure/.test(text)) return false;
  const receiver = /^(\w+)\s*\.\s*Configuration\s*=/.exec(code)?.[1];
  return (
    receiver === undefined ||
    new RegExp(`AddStackExchangeRedisCache\\s*\\([^;=]{0,80}\\b${receiver}\\b[^;=]{0,40}=>`).test(text)
  );
}

export const redis = defineService({
  id: 'redis',
  title: 'Azure Managed Redis',
  secrets: ['redis-connection-string', 'redis-key', 'redis-url'],
  endpoint: ({ Url }) => Url?.replace(/\/$/, '') ?? null,
  // The drivers serve any Redis server.
  claims: (code, text) =>
    isCache(code, text) &&
    (/azure/i.test(code) ||
      /\.redis\.cache\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)|\.redis\.azure\.net|\.redisenterprise\.cache\.azure\.net|AZURE_REDIS/i.test(
        text,
      )),
  byHand: ['Connect over TLS only (rediss:// or socket.tls): a token goes over nothing else.'],
  clients: {
    typescript: [
      ...['redis', '@redis/client'].map((name) =>
        sdk(
          name,
          [
            rewrite(
              'createClient({ username: $USER, password: $PASSWORD, ...$REST })',
              `createClient({ credentialsProvider: ${PROVIDER}, ...$REST })`,
              { names },
            ),
            rewrite(
              'createClient({ password: $PASSWORD, ...$REST })',
              `createClient({ credentialsProvider: ${PROVIDER}, ...$REST })`,
              { names },
            ),
            rewrite(
              'createClient({ url: $URI, ...$REST })',
              `createClient({ url: $ENDPOINT, credentialsProvider: ${PROVIDER}, ...$REST })`,
              { names, when: WITH_PASSWORD },
            ),
            refuse('createClient({ url: $URI, ...$REST })', 'database-url', { when: FROM_ELSEWHERE }),
            refuse('createCluster({ defaults: { password: $PASSWORD, ...$DEFAULTS }, ...$REST })', 'not-checked'),
          ],
          { since: '5.0.0' },
        ),
      ),
      sdk(
        'ioredis',
        ['$DEFAULT', 'Redis'].flatMap((name) => [
          refuse(`new ${name}({ password: $PASSWORD, ...$REST })`, 'package-without-entra'),
          refuse(`new ${name}($URI, { password: $PASSWORD, ...$REST })`, 'package-without-entra'),
          refuse(`new ${name}($PORT, $HOST, { password: $PASSWORD, ...$REST })`, 'package-without-entra'),
          refuse(`new ${name}($URI, ...$REST)`, 'package-without-entra', { when: WITH_PASSWORD }),
          refuse(`new ${name}($URI, ...$REST)`, 'package-without-entra', { when: FROM_ELSEWHERE }),
        ]),
      ),
    ],
    csharp: [
      sdk('StackExchange.Redis', [
        ...['ConnectionMultiplexer.Connect', 'ConnectionMultiplexer.ConnectAsync', 'ConfigurationOptions.Parse'].map(
          (make) => refuse(`${make}($CONNECTION, ...$REST)`, 'redis-token-async', { when: NET_PASSWORD }),
        ),
        refuse('new ConfigurationOptions(...$REST).Password = $PASSWORD', 'redis-token-async'),
      ]),
      sdk('', [refuse('$CACHE.Configuration = $CONNECTION', 'redis-token-async', { when: NET_PASSWORD })], {
        words: ['AddStackExchangeRedisCache'],
      }),
    ],
  },
  settings: [
    'AZURE_REDIS_CONNECTIONSTRING',
    'REDIS_PASSWORD',
    'REDIS_KEY',
    'REDISCACHEKEY',
    'REDIS_CONNECTION_STRING',
    'REDIS_URL',
  ],
  identity: {
    support: 'yes',
    summary:
      'Azure Managed Redis and Azure Cache for Redis accept a Microsoft Entra token as password, with the principal id as user name. Access comes from access policies of the cache, not from Azure roles.',
    roles: {
      read: [{ name: 'Data Reader', id: '', allows: 'run commands that read', own: true }],
      write: [{ name: 'Data Contributor', id: '', allows: 'run commands that read and write', own: true }],
      admin: [{ name: 'Data Owner', id: '', allows: 'run every command', own: true }],
      other: [
        {
          name: 'default',
          id: '',
          allows: 'do what the access key may: the one policy of Azure Managed Redis',
          own: true,
        },
      ],
    },
    endpoint: '<cache>.redis.cache.windows.net:6380',
    grant: {
      kind: 'commands',
      cli: [
        'az redis access-policy-assignment create --resource-group <resource-group> --name <cache> --policy-assignment-name <assignment-name> --access-policy-name "<role-name>" --object-id <principal-id> --object-id-alias <identity-name>',
        '# or, for Azure Managed Redis (extension redisenterprise):',
        'az redisenterprise database access-policy-assignment create --resource-group <resource-group> --cluster-name <redis-cluster> --database-name default --access-policy-assignment-name <assignment-name> --access-policy-name default --object-id <principal-id>',
      ],
      bicep: `resource cache 'Microsoft.Cache/redis@2024-11-01' existing = {
  name: '<cache>'
}

resource access 'Microsoft.Cache/redis/accessPolicyAssignments@2024-11-01' = {
  parent: cache
  name: '<assignment-name>'
  properties: {
    accessPolicyName: '<role-name>'
    objectId: '<principal>'
    objectIdAlias: '<identity-name>'
  }
}
// or, for Azure Managed Redis: Microsoft.Cache/redisEnterprise/databases/accessPolicyAssignments@2025-07-01`,
      terraform: `resource "azurerm_redis_cache_access_policy_assignment" "workload" {
  name               = "<assignment-name>"
  redis_cache_id     = azurerm_redis_cache.target.id
  access_policy_name = "<role-name>"
  object_id          = "<principal>"
  object_id_alias    = "<identity-name>"
}
# or, for Azure Managed Redis: azurerm_managed_redis_access_policy_assignment`,
    },
    disableKeys: {
      cli: `az redis update --resource-group <resource-group> --name <cache> --set redisConfiguration.aad-enabled=true
az redis update --resource-group <resource-group> --name <cache> --set disableAccessKeyAuthentication=true
# or, for Azure Managed Redis (extension redisenterprise):
az redisenterprise database update --resource-group <resource-group> --cluster-name <redis-cluster> --access-keys-auth Disabled`,
      bicep: `resource cache 'Microsoft.Cache/redis@2024-11-01' = {
  name: '<cache>'
  location: resourceGroup().location
  // the other properties stay as they are
  properties: {
    disableAccessKeyAuthentication: true
    redisConfiguration: {
      'aad-enabled': 'true'
    }
  }
}`,
      terraform: `resource "azurerm_redis_cache" "target" {
  # the other arguments stay as they are
  access_keys_authentication_enabled = false
  redis_configuration {
    active_directory_authentication_enabled = true
  }
}`,
      effect:
        'Every connection is dropped at once, those with a token too. Caches with geo-replication must be unlinked first.',
    },
    rotate: [
      'az redis regenerate-keys --resource-group <resource-group> --name <cache> --key-type Primary',
      'az redis regenerate-keys --resource-group <resource-group> --name <cache> --key-type Secondary',
      '# or, for Azure Managed Redis (extension redisenterprise):',
      'az redisenterprise database regenerate-key --resource-group <resource-group> --cluster-name <redis-cluster> --key-type Primary',
    ],
    prove: 'az redis access-policy-assignment list --resource-group <resource-group> --name <cache> --output table',
    limits: [
      'TLS only. The client must authenticate again before its token ends, at least three minutes before.',
      'Pub/sub connections with RESP2 cannot authenticate again and are closed when the token ends.',
      'In Azure Managed Redis the identity gets the rights of the access key (policy default).',
      'Redis Cache Contributor manages the cache, gives no access to data and can list keys.',
    ],
    links: [
      {
        title: 'Microsoft Entra authentication for Azure Managed Redis',
        url: 'https://learn.microsoft.com/azure/redis/entra-for-authentication',
      },
      {
        title: 'Microsoft Entra authentication for Azure Cache for Redis',
        url: 'https://learn.microsoft.com/azure/azure-cache-for-redis/cache-azure-active-directory-for-authentication',
      },
      {
        title: 'Connect to Redis with Service Connector',
        url: 'https://learn.microsoft.com/azure/service-connector/how-to-integrate-redis-cache',
      },
    ],
  },
  examples: [
    {
      language: 'typescript',
      title: 'an access key from the environment',
      file: 'cache.ts',
      before: `import { createClient } from "redis";

const host = process.env.AZURE_REDIS_HOST;

export const cache = createClient({
  url: \`rediss://\${host}:6380\`,
  password: process.env.REDIS_PASSWORD,
});
`,
      after: `import { DefaultAzureCredential } from "@azure/identity";
import { EntraIdCredentialsProviderFactory, REDIS_SCOPE_DEFAULT } from "@redis/entraid";
import { createClient } from "redis";

const credential = new DefaultAzureCredential();

const host = process.env.AZURE_REDIS_HOST;

export const cache = createClient({
  url: \`rediss://\${host}:6380\`,
  credentialsProvider: EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } }),
});
`,
      rules: ['key-auth/redis'],
    },
    {
      language: 'typescript',
      title: 'an access key inside the URL',
      file: 'session.js',
      before: `const { createClient } = require('redis')

const client = createClient({ url: \`rediss://:\${process.env.REDIS_KEY}@contoso.redis.cache.windows.net:6380\` })

module.exports = { client }
`,
      after: `const { DefaultAzureCredential } = require('@azure/identity')
const { EntraIdCredentialsProviderFactory, REDIS_SCOPE_DEFAULT } = require('@redis/entraid')
const { createClient } = require('redis')

const credential = new DefaultAzureCredential()

const client = createClient({ url: 'rediss://contoso.redis.cache.windows.net:6380', credentialsProvider: EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } }) })

module.exports = { client }
`,
      rules: ['key-auth/redis'],
    },
    {
      language: 'typescript',
      title: 'a URL from the environment',
      file: 'url.ts',
      before: `import { createClient } from "redis";

export const cache = createClient({ url: process.env.AZURE_REDIS_CONNECTIONSTRING });
`,
      after: null,
      rules: ['key-auth/redis'],
      refusal: 'database-url',
    },
    {
      language: 'typescript',
      title: 'ioredis',
      file: 'queue.ts',
      before: `import { Redis } from "ioredis";

export const queue = new Redis({ host: "contoso.redis.cache.windows.net", port: 6380, password: process.env.REDIS_PASSWORD, tls: {} });
`,
      after: null,
      rules: ['key-auth/redis'],
      refusal: 'package-without-entra',
    },
    {
      language: 'csharp',
      title: 'a connection and options',
      file: 'Cache.cs',
      before: `using System;
using StackExchange.Redis;

public static class Cache
{
    public static ConnectionMultiplexer Connect() =>
        ConnectionMultiplexer.Connect(Environment.GetEnvironmentVariable("AZURE_REDIS_CONNECTIONSTRING"));

    public static ConfigurationOptions Options() => new ConfigurationOptions
    {
        EndPoints = { "contoso.redis.cache.windows.net:6380" },
        Password = Environment.GetEnvironmentVariable("REDIS_KEY"),
        Ssl = true,
    };
}
`,
      after: null,
      rules: ['key-auth/redis', 'key-auth/redis'],
      refusal: 'redis-token-async',
    },
    {
      language: 'csharp',
      title: 'the distributed cache',
      file: 'Program.cs',
      before: `var builder = WebApplication.CreateBuilder(args);
builder.Services.AddStackExchangeRedisCache(options =>
{
    options.Configuration = builder.Configuration["AZURE_REDIS_CONNECTIONSTRING"];
    options.InstanceName = "shop";
});
`,
      after: null,
      rules: ['key-auth/redis'],
      refusal: 'redis-token-async',
    },
  ],
});
