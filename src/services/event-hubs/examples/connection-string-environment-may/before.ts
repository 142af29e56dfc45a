import { EventHubProducerClient } from "@azure/event-hubs";

export const producer = new EventHubProducerClient(process.env.EVENTHUB_CONNECTION_STRING!);
