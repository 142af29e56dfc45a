import { CosmosClient } from '@azure/cosmos';

const endpoint = process.env.COSMOS_ENDPOINT;
const key = process.env.COSMOS_KEY;
if (!endpoint || !key) {
  throw new Error('COSMOS_ENDPOINT and COSMOS_KEY must be set');
}

export const client = new CosmosClient({ endpoint, key });
