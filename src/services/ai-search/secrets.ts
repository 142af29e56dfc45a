/** Kinds of secrets that open this service. */
export const secrets: readonly string[] = ['search-key'];

/** Names under which a secret of it is kept in settings. */
export const settings: readonly string[] = [
  'AZURE_SEARCH_KEY',
  'AZURE_SEARCH_API_KEY',
  'AZURE_SEARCH_ADMIN_KEY',
  'SEARCH_API_KEY',
  'SEARCH_SERVICE_QUERY_KEY',
];
