import { CosmosClient } from "@azure/cosmos";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new CosmosClient({
  endpoint: process.env.AZURE_COSMOS_RESOURCEENDPOINT,
  aadCredentials: credential,
  connectionPolicy: { requestTimeout: 10_000 },
});
