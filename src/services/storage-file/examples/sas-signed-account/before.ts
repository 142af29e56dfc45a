import { FileSASPermissions, generateFileSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-file-share";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const token = (filePath: string, expiresOn: Date) =>
  generateFileSASQueryParameters({ shareName: "reports", filePath, expiresOn, permissions: FileSASPermissions.parse("r") }, key).toString();
