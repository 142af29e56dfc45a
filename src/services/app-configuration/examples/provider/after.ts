import { load } from "@azure/app-configuration-provider";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const appConfigEndpoint = process.env.AZURE_APPCONFIGURATION_ENDPOINT!;

export async function settings() {
  return await load(appConfigEndpoint, credential, { selectors: [{ keyFilter: "shop.*" }] });
}
