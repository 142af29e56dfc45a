import MapsSearch from "@azure-rest/maps-search";
import { AzureKeyCredential } from "@azure/core-auth";

export const search = MapsSearch(new AzureKeyCredential("{{maps-key}}"));
