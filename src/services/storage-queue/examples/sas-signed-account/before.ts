import { generateQueueSASQueryParameters, QueueSASPermissions, StorageSharedKeyCredential } from "@azure/storage-queue";

const key = new StorageSharedKeyCredential("contoso", process.env.AZURE_STORAGE_KEY!);

export const token = (expiresOn: Date) =>
  generateQueueSASQueryParameters({ queueName: "orders", expiresOn, permissions: QueueSASPermissions.parse("p") }, key).toString();
