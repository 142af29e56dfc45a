import { DefaultAzureCredential } from "@azure/identity";
import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const credential = new DefaultAzureCredential();

export const lake = new DataLakeServiceClient("https://contoso.dfs.core.windows.net", credential, { retryOptions: { maxTries: 3 } });
