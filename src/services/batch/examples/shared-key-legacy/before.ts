import { BatchServiceClient, BatchSharedKeyCredentials } from "@azure/batch";

const credentials = new BatchSharedKeyCredentials(process.env.AZURE_BATCH_ACCOUNT!, process.env.AZURE_BATCH_ACCESS_KEY!);

export const client = new BatchServiceClient(credentials, process.env.AZURE_BATCH_ENDPOINT!);
