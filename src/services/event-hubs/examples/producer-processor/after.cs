using Azure.Identity;
using Azure.Messaging.EventHubs;
using Azure.Messaging.EventHubs.Producer;
using Azure.Storage.Blobs;

namespace Telemetry;

public static class Clients
{
    private const string FullyQualifiedNamespace = "contoso.servicebus.windows.net";

    public static EventProcessorClient Processor(BlobContainerClient checkpoints)
    {
        var credential = new DefaultAzureCredential();
        var producer = new EventHubProducerClient(FullyQualifiedNamespace, "telemetry", credential);
        return new EventProcessorClient(checkpoints, "$Default", FullyQualifiedNamespace, "telemetry", credential);
    }
}
