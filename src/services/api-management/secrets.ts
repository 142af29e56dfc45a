/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['apim-subscription-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['APIM_SUBSCRIPTION_KEY', 'OCP_APIM_SUBSCRIPTION_KEY'];
