/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['cosmos-mongo-url'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_COSMOS_CONNECTIONSTRING',
  'COSMOS_MONGO_CONNECTION_STRING',
  'MONGODB_URI',
  'MONGO_URL',
];
