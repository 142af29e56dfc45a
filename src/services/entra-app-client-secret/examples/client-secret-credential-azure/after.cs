using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

public class Inventory
{
    private readonly DefaultAzureCredential _credential;

    public Inventory(IConfiguration configuration)
    {
        _credential = new DefaultAzureCredential();
    }

    public ServiceBusClient Client() => new ServiceBusClient("contoso.servicebus.windows.net", _credential);
}
