/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['loganalytics-shared-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['LOG_ANALYTICS_SHARED_KEY', 'WORKSPACE_KEY'];
