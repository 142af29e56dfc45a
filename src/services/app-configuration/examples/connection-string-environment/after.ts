import { AppConfigurationClient } from "@azure/app-configuration";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const client = new AppConfigurationClient(process.env.AZURE_APPCONFIGURATION_ENDPOINT!, credential);
