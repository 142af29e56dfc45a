/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_COSMOS_CONNECTIONSTRING',
  'COSMOS_TABLE_CONNECTION_STRING',
  'TABLES_CONNECTION_STRING',
];
