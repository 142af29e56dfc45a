import { BlobSASPermissions, generateBlobSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-blob";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const link = (blobName: string, expiresOn: Date) =>
  generateBlobSASQueryParameters({ containerName: "photos", blobName, expiresOn, permissions: BlobSASPermissions.parse("r") }, key);
