import { CosmosClient } from "@azure/cosmos";

export const client = new CosmosClient({
  connectionString: process.env.COSMOS_CONNECTION_STRING,
  connectionPolicy: { requestTimeout: 10_000 },
});
