import { AzureNamedKeyCredential, TableClient } from "@azure/data-tables";

const account = process.env.STORAGE_ACCOUNT!;
const accountKey = process.env.STORAGE_ACCOUNT_KEY!;

export const orders = new TableClient(
  `https://${account}.table.core.windows.net`,
  "orders",
  new AzureNamedKeyCredential(account, accountKey),
);
