import { DefaultAzureCredential } from "@azure/identity";
import { SearchClient, SearchIndexClient, SearchIndexerClient } from "@azure/search-documents";

const azureCredential = new DefaultAzureCredential();

interface Hotel {
  readonly id: string;
}

const endpoint = process.env.AZURE_SEARCH_ENDPOINT!;

export const hotels = new SearchClient<Hotel>(endpoint, "hotels", azureCredential);
export const indexes = new SearchIndexClient(endpoint, azureCredential);
export const indexers = new SearchIndexerClient(endpoint, azureCredential);
