import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

const url = "https://contoso.table.cosmos.azure.com";

export const orders = new TableClient(url, "orders", new AzureNamedKeyCredential("contoso", process.env.COSMOS_KEY!));
