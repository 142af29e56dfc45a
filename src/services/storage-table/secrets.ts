/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_STORAGETABLE_CONNECTIONSTRING',
  'AZURE_STORAGE_CONNECTION_STRING',
  'TABLES_CONNECTION_STRING',
  'AZURE_STORAGE_KEY',
  'AZURE_STORAGE_SAS_TOKEN',
];
