import { ServiceBusClient } from "@azure/service-bus";

export const createBus = (connectionString: string) => new ServiceBusClient(connectionString);
