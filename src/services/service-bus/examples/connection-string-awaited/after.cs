using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Orders;

public sealed class Worker(IConfiguration configuration)
{
    private static readonly DefaultAzureCredential Credential = new DefaultAzureCredential();

    public async Task RunAsync()
    {
        var fullyQualifiedNamespace = configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]
            ?? throw new InvalidOperationException("AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE is not set");
        await using var client = new ServiceBusClient(fullyQualifiedNamespace, Credential, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets });
        await using var sender = client.CreateSender("orders");
    }
}
