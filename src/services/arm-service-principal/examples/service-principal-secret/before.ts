import { ResourceManagementClient } from "@azure/arm-resources";
import { ClientSecretCredential } from "@azure/identity";

const credential = new ClientSecretCredential(process.env.ARM_TENANT_ID!, process.env.ARM_CLIENT_ID!, process.env.ARM_CLIENT_SECRET!);

export const resources = new ResourceManagementClient(credential, process.env.ARM_SUBSCRIPTION_ID!);
