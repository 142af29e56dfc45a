const { BlobServiceClient, StorageSharedKeyCredential } = require('@azure/storage-blob');

const account = 'contosophotos';
const service = new BlobServiceClient(
  `https://${account}.blob.core.windows.net`,
  new StorageSharedKeyCredential(account, '{{storageKey}}'),
);

exports.listThumbnails = async function listThumbnails() {
  const names = [];
  for await (const blob of service.getContainerClient('thumbnails').listBlobsFlat()) {
    names.push(blob.name);
  }
  return names;
};
