/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['appconfig-connection-string'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_APPCONFIGURATION_CONNECTIONSTRING',
  'APPCONFIGURATION_CONNECTION_STRING',
  'AZURE_APPCONFIG_CONNECTION_STRING',
  'APP_CONFIG_CONNECTION_STRING',
];
