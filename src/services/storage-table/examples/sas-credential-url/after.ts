import { TableClient, TableServiceClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const service = new TableServiceClient("https://contoso.table.core.windows.net", credential);
export const orders = new TableClient("https://contoso.table.core.windows.net", "orders", credential);
