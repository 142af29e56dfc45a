import { TableClient } from "@azure/data-tables";

export const orders = TableClient.fromConnectionString(process.env.COSMOS_TABLE_CONNECTION_STRING!, "orders");
