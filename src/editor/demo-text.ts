/** Code with a made-up storage key, another one each time. */
export function demoText(): string {
  const connection = [
    'DefaultEndpointsProtocol=https',
    'AccountName=contosodemo',
    `AccountKey=${fakeKey()}`,
    'EndpointSuffix=core.windows.net',
  ].join(';');
  return `import { BlobServiceClient } from '@azure/storage-blob';

// This key is made up: random characters in the shape of a storage account key.
// Put the cursor on it and press Ctrl+. (Cmd+. on a Mac).
const connection = process.env.AZURE_STORAGE_CONNECTION_STRING ?? '${connection}';

const blobs = BlobServiceClient.fromConnectionString(connection);

export async function upload(name: string, text: string): Promise<void> {
  const container = blobs.getContainerClient('uploads');
  await container.createIfNotExists();
  await container.getBlockBlobClient(name).upload(text, text.length);
}
`;
}

/** 64 random bytes in base64, as storage keys were before they carried a signature. */
function fakeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(64));
  return btoa(String.fromCharCode(...bytes));
}
