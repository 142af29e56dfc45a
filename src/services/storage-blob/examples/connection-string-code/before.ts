import { BlobServiceClient } from "@azure/storage-blob";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING || "{{storage-connection-string:contoso}}";
if (!connectionString) {
  throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");
}

export const photos = BlobServiceClient.fromConnectionString(connectionString).getContainerClient("photos");
export const audit = BlobServiceClient.fromConnectionString(
  connectionString, // the same account
  { retryOptions: { maxTries: 3 } },
);
