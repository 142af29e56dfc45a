/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['cosmos-connection-string', 'cosmos-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'COSMOS_KEY',
  'COSMOSDB_KEY',
  'COSMOS_CONNECTION_STRING',
  'AZURE_COSMOS_CONNECTIONSTRING',
  'COSMOS_DB_KEY',
  'CosmosDBConnection',
];
