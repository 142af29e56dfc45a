import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const url = "https://contoso.table.cosmos.azure.com";

export const orders = new TableClient(url, "orders", credential);
