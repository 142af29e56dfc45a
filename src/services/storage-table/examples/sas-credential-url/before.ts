import { AzureSASCredential, TableClient, TableServiceClient } from "@azure/data-tables";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN!;

export const service = new TableServiceClient("https://contoso.table.core.windows.net", new AzureSASCredential(sas));
export const orders = new TableClient(`https://contoso.table.core.windows.net?${sas}`, "orders");
