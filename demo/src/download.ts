import 'dotenv/config';
import { BlobServiceClient, ContainerClient } from '@azure/storage-blob';

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
if (!connectionString) {
  throw new Error('AZURE_STORAGE_CONNECTION_STRING is not set');
}

const service = BlobServiceClient.fromConnectionString(connectionString);
const archive = new ContainerClient(connectionString, 'archive');

export async function download(name: string): Promise<Buffer> {
  const photos = service.getContainerClient('photos');
  return photos.getBlobClient(name).downloadToBuffer();
}

export async function downloadArchived(name: string): Promise<Buffer> {
  return archive.getBlobClient(name).downloadToBuffer();
}
