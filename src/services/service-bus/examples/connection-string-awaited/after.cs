using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Orders;

public sealed class Worker(IConfiguration configuration)
{
    public async Task RunAsync()
    {
        var fullyQualifiedNamespace = configuration["AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE"]
            ?? throw new InvalidOperationException("AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE is not set");
        var credential = new DefaultAzureCredential();
        await using var client = new ServiceBusClient(fullyQualifiedNamespace, credential, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets });
        await using var sender = client.CreateSender("orders");
    }
}
