import { DefaultAzureCredential } from "@azure/identity";
import { ShareFileClient } from "@azure/storage-file-share";

const credential = new DefaultAzureCredential();

export const file = new ShareFileClient("https://contoso.file.core.windows.net/reports/2026.csv", credential, { fileRequestIntent: "backup" });
