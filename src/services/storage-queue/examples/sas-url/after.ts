import { DefaultAzureCredential } from "@azure/identity";
import { QueueClient } from "@azure/storage-queue";

const credential = new DefaultAzureCredential();

export const orders = new QueueClient("https://contoso.queue.core.windows.net/orders", credential);
