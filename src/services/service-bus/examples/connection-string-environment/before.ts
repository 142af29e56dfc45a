import { ServiceBusAdministrationClient, ServiceBusClient } from "@azure/service-bus";

const connectionString = process.env.SERVICEBUS_CONNECTION_STRING || "<connection string>";

export const bus = new ServiceBusClient(connectionString, { retryOptions: { maxRetries: 3 } });
export const admin = new ServiceBusAdministrationClient(connectionString);
