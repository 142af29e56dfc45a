import { TableClient, TableServiceClient } from '@azure/data-tables';

const CONNECTION_STRING = '{{storage-connection-string:contoso}}';

export const service = TableServiceClient.fromConnectionString(CONNECTION_STRING);
export const orders = TableClient.fromConnectionString(CONNECTION_STRING, 'orders', { retryOptions: { maxRetries: 3 } });
