using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using Azure.Storage.Blobs;

namespace Telemetry;

public static class Clients
{
    private const string Connection = "{{eventhubs-connection-string:contoso}}";

    public static EventProcessorClient Processor(BlobContainerClient checkpoints)
    {
        var producer = new EventHubProducerClient(Connection, "telemetry");
        return new EventProcessorClient(checkpoints, "$Default", Connection, "telemetry");
    }
}
