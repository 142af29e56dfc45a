/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['functions-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AzureWebJobsStorage',
  'AzureWebJobsDashboard',
  'WEBSITE_CONTENTAZUREFILECONNECTIONSTRING',
];
