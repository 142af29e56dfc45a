import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export const client = new BlobServiceClient("https://contoso.blob.core.windows.net", credential);
