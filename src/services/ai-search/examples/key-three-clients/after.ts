import { DefaultAzureCredential } from "@azure/identity";
import { SearchClient, SearchIndexClient, SearchIndexerClient } from "@azure/search-documents";

interface Hotel {
  readonly id: string;
}

const endpoint = process.env.AZURE_SEARCH_ENDPOINT!;
const credential = new DefaultAzureCredential();

export const hotels = new SearchClient<Hotel>(endpoint, "hotels", credential);
export const indexes = new SearchIndexClient(endpoint, credential);
export const indexers = new SearchIndexerClient(endpoint, credential);
