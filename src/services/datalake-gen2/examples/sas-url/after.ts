import { DefaultAzureCredential } from "@azure/identity";
import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const credential = new DefaultAzureCredential();

const url = "https://contoso.dfs.core.windows.net";

export const lake = new DataLakeServiceClient(url, credential);
