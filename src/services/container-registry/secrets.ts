/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['acr-password'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = ['ACR_PASSWORD', 'REGISTRY_PASSWORD', 'DOCKER_REGISTRY_SERVER_PASSWORD'];
