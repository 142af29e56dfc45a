import { EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";
import { DefaultAzureCredential } from "@azure/identity";

const credential = new DefaultAzureCredential();

const host = "contoso.servicebus.windows.net";

export const producer = new EventHubProducerClient(host, "telemetry", credential);
export const consumer = new EventHubConsumerClient("$Default", host, "telemetry", credential);
