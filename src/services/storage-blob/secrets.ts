/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['storage-connection-string', 'storage-account-key', 'storage-sas'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_STORAGE_CONNECTION_STRING',
  'AZURE_STORAGE_KEY',
  'AZURE_STORAGE_ACCOUNT_KEY',
  'AZURE_STORAGE_ACCESS_KEY',
  'AZURE_STORAGE_SAS_TOKEN',
  'AZURE_STORAGEBLOB_CONNECTIONSTRING',
  'STORAGE_CONNECTION_STRING',
  'STORAGE_ACCOUNT_KEY',
  'BLOB_CONNECTION_STRING',
  'AzureWebJobsStorage',
];
