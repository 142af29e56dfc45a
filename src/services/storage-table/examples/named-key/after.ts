import { TableClient } from "@azure/data-tables";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const account = process.env.STORAGE_ACCOUNT!;

export const orders = new TableClient(
  `https://${account}.table.core.windows.net`,
  "orders",
  credential,
);
