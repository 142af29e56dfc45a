import { QueueClient, QueueServiceClient } from "@azure/storage-queue";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
if (!connectionString) throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");

export const orders = QueueServiceClient.fromConnectionString(connectionString).getQueueClient("orders");
export const returns = new QueueClient(connectionString, "returns", { retryOptions: { maxTries: 3 } });
