import { ClientSecretCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';

const credential = new ClientSecretCredential(
  '{{guid}}',
  '{{guid {"of":"client"}}}',
  '{{entraClientSecret}}',
);

export const service = new BlobServiceClient('https://contosophotos.blob.core.windows.net', credential);
