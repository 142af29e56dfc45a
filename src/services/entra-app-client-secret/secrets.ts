/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [
  'entra-client-secret',
  'entra-client-secret-legacy',
  'service-principal-json',
];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_CLIENT_SECRET',
  'CLIENT_SECRET',
  'AAD_CLIENT_SECRET',
  'AZURE_AD_CLIENT_SECRET',
  'ARM_CLIENT_SECRET',
];
