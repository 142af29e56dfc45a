import { BlockBlobClient, ContainerClient } from "@azure/storage-blob";

export const photos = new ContainerClient(process.env.AZURE_STORAGE_CONNECTION_STRING!, "photos");
export const cat = new BlockBlobClient(process.env.AZURE_STORAGE_CONNECTION_STRING!, "photos", "cat.png");
