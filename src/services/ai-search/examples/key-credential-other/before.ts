import { AzureKeyCredential } from "@azure/search-documents";

export const searchKey = new AzureKeyCredential(process.env.AZURE_SEARCH_KEY!);
