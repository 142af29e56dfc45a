/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['webpubsub-connection-string'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'WebPubSubConnectionString',
  'WEB_PUBSUB_CONNECTION_STRING',
  'AZURE_WEBPUBSUB_CONNECTIONSTRING',
];
