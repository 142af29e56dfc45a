import { BlobServiceClient } from "@azure/storage-blob";

const sasToken = process.env.AZURE_STORAGE_SAS_TOKEN;

export const client = new BlobServiceClient(`https://contoso.blob.core.windows.net/?${sasToken}`);
