using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;

public class Inventory
{
    private readonly ClientSecretCredential _credential;

    public Inventory(IConfiguration configuration)
    {
        var tenantId = configuration["AzureAd:TenantId"];
        var clientId = configuration["AzureAd:ClientId"];
        _credential = new ClientSecretCredential(tenantId, clientId, configuration["AzureAd:ClientSecret"]);
    }

    public ServiceBusClient Client() => new ServiceBusClient("contoso.servicebus.windows.net", _credential);
}
