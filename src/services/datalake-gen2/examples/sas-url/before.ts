import { DataLakeServiceClient } from "@azure/storage-file-datalake";

const url = "https://contoso.dfs.core.windows.net";

export const lake = new DataLakeServiceClient(`${url}?${process.env.AZURE_STORAGE_SAS_TOKEN}`);
