/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['servicebus-connection-string', 'servicebus-key', 'servicebus-sas'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_SERVICEBUS_CONNECTIONSTRING',
  'SERVICEBUS_CONNECTION_STRING',
  'SERVICE_BUS_CONNECTION_STRING',
  'AzureWebJobsServiceBus',
];
