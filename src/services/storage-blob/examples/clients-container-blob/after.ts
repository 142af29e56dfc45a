import { DefaultAzureCredential } from "@azure/identity";
import { BlobServiceClient } from "@azure/storage-blob";

const credential = new DefaultAzureCredential();

export const photos = new BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, credential).getContainerClient("photos");
export const cat = new BlobServiceClient(process.env.AZURE_STORAGEBLOB_RESOURCEENDPOINT!, credential).getContainerClient("photos").getBlockBlobClient("cat.png");
