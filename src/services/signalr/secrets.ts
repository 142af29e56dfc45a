/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['signalr-connection-string'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AzureSignalRConnectionString',
  'SIGNALR_CONNECTION_STRING',
  'AZURE_SIGNALR_CONNECTIONSTRING',
];
