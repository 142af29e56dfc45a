import { EventHubBufferedProducerClient, EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";

const connectionString = process.env["EVENTHUB_CONNECTION_STRING"]!;
const hub = process.env["EVENTHUB_NAME"]!;

export const producer = new EventHubProducerClient(connectionString, hub);
export const buffered = new EventHubBufferedProducerClient(connectionString, hub, { onSendEventsErrorHandler: async () => {} });
export const consumer = new EventHubConsumerClient(
  EventHubConsumerClient.defaultConsumerGroupName,
  connectionString,
  hub,
  { retryOptions: { maxRetries: 3 } },
);
