import { Client, JobClient, Registry } from "azure-iothub";

const connectionString = process.env.IOTHUB_CONNECTION_STRING;
if (!connectionString) throw new Error("IOTHUB_CONNECTION_STRING is not set");

export const registry = Registry.fromConnectionString(connectionString);
export const client = Client.fromConnectionString(connectionString);
export const jobs = JobClient.fromConnectionString(connectionString);
