import * as atlas from "azure-maps-control";

export const map = new atlas.Map("map", {
  center: [13.4, 52.5],
  authOptions: { authType: atlas.AuthenticationType.subscriptionKey, subscriptionKey: process.env.AZURE_MAPS_KEY },
});
