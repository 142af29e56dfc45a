import { QueueClient } from "@azure/storage-queue";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN;

export const orders = new QueueClient(`https://contoso.queue.core.windows.net/orders?${sas}`);
