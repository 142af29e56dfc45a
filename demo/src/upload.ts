import { BlobServiceClient } from '@azure/storage-blob';

const connectionString =
  process.env.AZURE_STORAGE_CONNECTION_STRING ??
  '{{storageConnectionString {"account":"contosophotos"}}}';

export async function upload(name: string, photo: Buffer): Promise<string> {
  const service = BlobServiceClient.fromConnectionString(connectionString);
  const photos = service.getContainerClient('photos');
  const blob = photos.getBlockBlobClient(name);
  await blob.uploadData(photo);
  return blob.url;
}
