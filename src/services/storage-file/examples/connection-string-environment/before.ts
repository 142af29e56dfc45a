import { ShareClient, ShareServiceClient } from "@azure/storage-file-share";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING ?? "";

export const service = ShareServiceClient.fromConnectionString(connectionString);
export const reports = new ShareClient(connectionString, "reports", { retryOptions: { maxTries: 3 } });
