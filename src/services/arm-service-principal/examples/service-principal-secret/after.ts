import { ResourceManagementClient } from "@azure/arm-resources";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

export const resources = new ResourceManagementClient(credential, process.env.ARM_SUBSCRIPTION_ID!);
