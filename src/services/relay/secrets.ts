/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['relay-connection-string', 'relay-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['RELAY_CONNECTION_STRING', 'SB_HC_KEY'];
