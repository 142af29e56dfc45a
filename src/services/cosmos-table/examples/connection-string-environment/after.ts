import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const orders = new TableClient(process.env.AZURE_COSMOS_TABLE_ENDPOINT!, "orders", credential);
