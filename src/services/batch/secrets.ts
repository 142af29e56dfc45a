/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['batch-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['AZURE_BATCH_ACCESS_KEY', 'BATCH_ACCOUNT_KEY'];
