/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['notificationhubs-connection-string'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'NOTIFICATION_HUB_CONNECTION_STRING',
  'NotificationHubConnectionString',
  'AzureWebJobsNotificationHubsConnectionString',
];
