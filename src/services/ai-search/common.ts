export const SERVICE_CLIENTS = ['SearchIndexClient', 'SearchIndexerClient'];
