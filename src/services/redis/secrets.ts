/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['redis-connection-string', 'redis-key', 'redis-url'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_REDIS_CONNECTIONSTRING',
  'REDIS_PASSWORD',
  'REDIS_KEY',
  'REDISCACHEKEY',
  'REDIS_CONNECTION_STRING',
  'REDIS_URL',
];
