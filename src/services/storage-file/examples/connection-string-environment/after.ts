import { DefaultAzureCredential } from "@azure/identity";
import { ShareServiceClient } from "@azure/storage-file-share";

const credential = new DefaultAzureCredential();

const fileEndpoint = process.env.AZURE_STORAGEFILE_RESOURCEENDPOINT ?? "";

export const service = new ShareServiceClient(fileEndpoint, credential, { fileRequestIntent: "backup" });
export const reports = new ShareServiceClient(fileEndpoint, credential, { fileRequestIntent: "backup", retryOptions: { maxTries: 3 } }).getShareClient("reports");
