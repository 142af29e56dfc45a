using Azure.Messaging.ServiceBus;

namespace Orders;

public sealed class Worker(IConfiguration configuration)
{
    public async Task RunAsync()
    {
        var connectionString = configuration["ServiceBus:ConnectionString"]
            ?? throw new InvalidOperationException("ServiceBus:ConnectionString is not set");
        await using var client = new ServiceBusClient(connectionString, new ServiceBusClientOptions { TransportType = ServiceBusTransportType.AmqpWebSockets });
        await using var sender = client.CreateSender("orders");
    }
}
