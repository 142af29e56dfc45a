/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['maps-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['AZURE_MAPS_KEY', 'MAPS_SUBSCRIPTION_KEY', 'AZURE_MAPS_SUBSCRIPTION_KEY'];
