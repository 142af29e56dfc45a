import { load } from "@azure/app-configuration-provider";

const connectionString = process.env.AZURE_APPCONFIG_CONNECTION_STRING!;

export async function settings() {
  return await load(connectionString, { selectors: [{ keyFilter: "shop.*" }] });
}
