import { CosmosClient } from "@azure/cosmos";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new CosmosClient({ endpoint: "https://contoso.documents.azure.com", aadCredentials: credential });
