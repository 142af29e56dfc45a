import { DataLakeServiceClient } from "@azure/storage-file-datalake";

export const lake = DataLakeServiceClient.fromConnectionString("{{storage-connection-string:contoso}}", { retryOptions: { maxTries: 3 } });
