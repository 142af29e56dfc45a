import type { Identity } from '../identity';

export const identity: Identity = {
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
    bicep: 'properties.disableAccessKeyAuthentication: true',
    terraform: `resource "azurerm_redis_cache" "target" {
  # the other arguments stay as they are
  access_keys_authentication_enabled = false
  redis_configuration {
    active_directory_authentication_enabled = true
  }
}`,
    effect:
      'Every connection is closed at once, including those with a token. Caches with geo-replication must be unlinked first.',
  },
  rotate: [
    'az redis regenerate-keys --resource-group <resource-group> --name <cache> --key-type Primary',
    'az redis regenerate-keys --resource-group <resource-group> --name <cache> --key-type Secondary',
    '# or, for Azure Managed Redis (extension redisenterprise):',
    'az redisenterprise database regenerate-key --resource-group <resource-group> --cluster-name <redis-cluster> --key-type Primary',
  ],
  prove: 'az redis access-policy-assignment list --resource-group <resource-group> --name <cache> --output table',
  limits: [
    'TLS only. The client must reauthenticate at least three minutes before its token expires.',
    'Pub/sub connections with RESP2 cannot reauthenticate and are closed when the token expires.',
    'In Azure Managed Redis, the identity has the same rights as the access key (policy default).',
    'Redis Cache Contributor manages the cache and can list keys, but gives no access to data.',
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
};
