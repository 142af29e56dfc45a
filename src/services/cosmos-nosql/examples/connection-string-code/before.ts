import { CosmosClient } from "@azure/cosmos";

export const client = new CosmosClient("{{cosmos-connection-string:contoso}}");
