import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

const blobEndpoint = process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT || "https://contoso.blob.core.windows.net";
if (!blobEndpoint) {
  throw new Error("AZURE_STORAGEBLOB_RESOURCEENDPOINT is missing");
}

export const photos = new BlobServiceClient(blobEndpoint, credential).getContainerClient("photos");
export const audit = new BlobServiceClient(
  blobEndpoint, // the same account
  credential,
  { retryOptions: { maxTries: 3 } },
);
