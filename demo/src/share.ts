import { BlobSASPermissions, StorageSharedKeyCredential, generateBlobSASQueryParameters } from '@azure/storage-blob';

const account = process.env.AZURE_STORAGE_ACCOUNT ?? 'contosophotos';
const key = process.env.AZURE_STORAGE_KEY ?? '';

export function linkTo(photo: string): string {
  const sas = generateBlobSASQueryParameters(
    {
      containerName: 'photos',
      blobName: photo,
      permissions: BlobSASPermissions.parse('r'),
      expiresOn: new Date(Date.now() + 60 * 60 * 1000),
    },
    new StorageSharedKeyCredential(account, key),
  );
  return `https://${account}.blob.core.windows.net/photos/${photo}?${sas.toString()}`;
}
