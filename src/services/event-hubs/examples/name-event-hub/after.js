const { EventHubConsumerClient, EventHubProducerClient } = require("@azure/event-hubs");
const { DefaultAzureCredential } = require("@azure/identity");

const credential = new DefaultAzureCredential();

const fullyQualifiedNamespace = "contoso.servicebus.windows.net";

const producer = new EventHubProducerClient(fullyQualifiedNamespace, "telemetry", credential, { retryOptions: { maxRetries: 3 } });
const consumer = new EventHubConsumerClient("$Default", fullyQualifiedNamespace, "telemetry", credential);

module.exports = { producer, consumer };
