import { AzureNamedKeyCredential, generateTableSas } from "@azure/data-tables";

export const token = generateTableSas("orders", new AzureNamedKeyCredential("contoso", process.env.STORAGE_ACCOUNT_KEY!));
