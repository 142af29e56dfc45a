import { TableClient, TableServiceClient } from '@azure/data-tables';
import { DefaultAzureCredential } from '@azure/identity';

const credential = new DefaultAzureCredential();

const TABLE_ENDPOINT = 'https://contoso.table.core.windows.net';

export const service = new TableServiceClient(TABLE_ENDPOINT, credential);
export const orders = new TableClient(TABLE_ENDPOINT, 'orders', credential, { retryOptions: { maxRetries: 3 } });
