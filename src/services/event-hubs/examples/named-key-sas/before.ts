import { AzureNamedKeyCredential, AzureSASCredential } from "@azure/core-auth";
import { EventHubConsumerClient, EventHubProducerClient } from "@azure/event-hubs";

const host = "contoso.servicebus.windows.net";

export const producer = new EventHubProducerClient(host, "telemetry", new AzureNamedKeyCredential("send", process.env.EVENTHUB_KEY!));
export const consumer = new EventHubConsumerClient("$Default", host, "telemetry", new AzureSASCredential(process.env.EVENTHUB_SAS!));
