import { ShareFileClient } from "@azure/storage-file-share";

const sas = process.env.AZURE_STORAGE_SAS_TOKEN;

export const file = new ShareFileClient(`https://contoso.file.core.windows.net/reports/2026.csv?${sas}`);
