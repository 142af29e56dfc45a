/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = [];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['AZURE_KEYVAULT_CLIENTSECRET'];
