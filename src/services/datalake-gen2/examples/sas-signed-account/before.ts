import { FileSystemSASPermissions, generateDataLakeSASQueryParameters, StorageSharedKeyCredential } from "@azure/storage-file-datalake";

const key = new StorageSharedKeyCredential("contoso", process.env.ACCOUNT_KEY!);

export const token = (expiresOn: Date) =>
  generateDataLakeSASQueryParameters({ fileSystemName: "raw", expiresOn, permissions: FileSystemSASPermissions.parse("r") }, key).toString();
