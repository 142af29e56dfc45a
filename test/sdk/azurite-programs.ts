/** A program that writes the item it is told and prints all items there are, as JSON. */
export interface Program {
  readonly service: string;
  /** The setting with the connection string. */
  readonly setting: string;
  readonly text: string;
}

const SETTING = 'AZURE_STORAGE_CONNECTION_STRING';

export const programs: readonly Program[] = [
  {
    service: 'storage-blob',
    setting: SETTING,
    text: `import { BlobServiceClient } from "@azure/storage-blob";

const connectionString = process.env.AZURE_STORAGE_CONNECTION_STRING;
if (!connectionString) {
  throw new Error("AZURE_STORAGE_CONNECTION_STRING is missing");
}
const service = BlobServiceClient.fromConnectionString(connectionString);

const [item = ""] = process.argv.slice(2);
const container = service.getContainerClient("items");
await container.createIfNotExists();
await container.getBlockBlobClient(item).upload(item, item.length);
const items: string[] = [];
for await (const { name } of container.listBlobsFlat()) {
  items.push((await container.getBlobClient(name).downloadToBuffer()).toString());
}
console.log(JSON.stringify(items.sort()));
`,
  },
  {
    service: 'storage-queue',
    setting: SETTING,
    text: `import { QueueServiceClient } from "@azure/storage-queue";

const service = QueueServiceClient.fromConnectionString(process.env.AZURE_STORAGE_CONNECTION_STRING!);

const [item = ""] = process.argv.slice(2);
const queue = service.getQueueClient("items");
await queue.createIfNotExists();
await queue.sendMessage(item);
const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
console.log(JSON.stringify(peekedMessageItems.map(({ messageText }) => messageText).sort()));
`,
  },
  {
    service: 'storage-table',
    setting: SETTING,
    text: `import { TableClient } from "@azure/data-tables";

const { AZURE_STORAGE_CONNECTION_STRING: connection = "" } = process.env;
const table = TableClient.fromConnectionString(connection, "items");

const [item = ""] = process.argv.slice(2);
await table.createTable();
await table.upsertEntity({ partitionKey: "items", rowKey: item });
const items: string[] = [];
for await (const { rowKey } of table.listEntities()) items.push(String(rowKey));
console.log(JSON.stringify(items.sort()));
`,
  },
];
