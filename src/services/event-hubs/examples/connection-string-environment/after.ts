import { EventHubBufferedProducerClient, EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = process.env["AZURE_EVENTHUB_FULLYQUALIFIEDNAMESPACE"]!;
const hub = process.env["EVENTHUB_NAME"]!;

export const producer = new EventHubProducerClient(fullyQualifiedNamespace, hub, credential);
export const buffered = new EventHubBufferedProducerClient(fullyQualifiedNamespace, hub, credential, { onSendEventsErrorHandler: async () => {} });
export const consumer = new EventHubConsumerClient(
  EventHubConsumerClient.defaultConsumerGroupName,
  fullyQualifiedNamespace,
  hub,
  credential,
  { retryOptions: { maxRetries: 3 } },
);
