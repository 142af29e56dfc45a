/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['acs-connection-string'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'COMMUNICATION_SERVICES_CONNECTION_STRING',
  'ACS_CONNECTION_STRING',
  'AZURE_COMMUNICATION_CONNECTION_STRING',
  'COMMUNICATION_CONNECTION_STRING',
];
