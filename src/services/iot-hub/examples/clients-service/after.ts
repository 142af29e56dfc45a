import { DefaultAzureCredential } from "@azure/identity";
import { Client, JobClient, Registry } from "azure-iothub";

const credential = new DefaultAzureCredential();

const iotHubHostName = process.env.IOTHUB_HOSTNAME;
if (!iotHubHostName) throw new Error("IOTHUB_HOSTNAME is not set");

export const registry = Registry.fromTokenCredential(iotHubHostName, credential);
export const client = Client.fromTokenCredential(iotHubHostName, credential);
export const jobs = JobClient.fromTokenCredential(iotHubHostName, credential);
