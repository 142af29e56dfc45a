const { EventHubConsumerClient, EventHubProducerClient } = require("@azure/event-hubs");

const connectionString = "{{eventhubs-connection-string:contoso}};EntityPath=telemetry";

const producer = new EventHubProducerClient(connectionString, { retryOptions: { maxRetries: 3 } });
const consumer = new EventHubConsumerClient("$Default", connectionString);

module.exports = { producer, consumer };
