const { DefaultAzureCredential } = require('@azure/identity')
const { EntraIdCredentialsProviderFactory, REDIS_SCOPE_DEFAULT } = require('@redis/entraid')
const { createClient } = require('redis')

const credential = new DefaultAzureCredential()

const client = createClient({ url: 'rediss://contoso.redis.cache.windows.net:6380', credentialsProvider: EntraIdCredentialsProviderFactory.createForDefaultAzureCredential({ credential, scopes: REDIS_SCOPE_DEFAULT, tokenManagerConfig: { expirationRefreshRatio: 0.8 } }) })

module.exports = { client }
