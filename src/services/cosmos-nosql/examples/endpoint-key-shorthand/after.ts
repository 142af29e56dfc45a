import { CosmosClient } from '@azure/cosmos';
import { DefaultAzureCredential } from '@azure/identity';

const credential = new DefaultAzureCredential();

const endpoint = process.env.COSMOS_ENDPOINT;
if (!endpoint) {
  throw new Error('COSMOS_ENDPOINT and COSMOS_KEY must be set');
}

export const client = new CosmosClient({ endpoint, aadCredentials: credential });
