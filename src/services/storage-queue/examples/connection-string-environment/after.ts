import { DefaultAzureCredential } from "@azure/identity";
import { QueueServiceClient } from "@azure/storage-queue";

const credential = new DefaultAzureCredential();

const queueEndpoint = process.env.AZURE_STORAGEQUEUE_RESOURCEENDPOINT;
if (!queueEndpoint) throw new Error("AZURE_STORAGEQUEUE_RESOURCEENDPOINT is missing");

export const orders = new QueueServiceClient(queueEndpoint, credential).getQueueClient("orders");
export const returns = new QueueServiceClient(queueEndpoint, credential, { retryOptions: { maxTries: 3 } }).getQueueClient("returns");
