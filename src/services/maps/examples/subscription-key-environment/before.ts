import MapsRender from "@azure-rest/maps-render";
import MapsSearch from "@azure-rest/maps-search";
import { AzureKeyCredential } from "@azure/core-auth";

const key = process.env.MAPS_SUBSCRIPTION_KEY!;

export const search = MapsSearch(new AzureKeyCredential(key));
export const render = MapsRender(new AzureKeyCredential(key), { retryOptions: { maxRetries: 3 } });
