import MapsRender from "@azure-rest/maps-render";
import MapsSearch from "@azure-rest/maps-search";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const mapsClientId = process.env.MAPS_CLIENT_ID!;

export const search = MapsSearch(credential, mapsClientId);
export const render = MapsRender(credential, mapsClientId, { retryOptions: { maxRetries: 3 } });
