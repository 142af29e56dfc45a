/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['eventhubs-connection-string', 'eventhubs-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_EVENTHUB_CONNECTIONSTRING',
  'EVENTHUB_CONNECTION_STRING',
  'EVENT_HUB_CONNECTION_STRING',
  'EVENTHUBS_CONNECTION_STRING',
  'EventHubConnection',
];
