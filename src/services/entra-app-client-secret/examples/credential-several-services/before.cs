using System;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Security.KeyVault.Secrets;

public class Clients
{
    public Clients(IConfiguration configuration)
    {
        var options = new ClientSecretCredentialOptions { AuthorityHost = AzureAuthorityHosts.AzureChina };
        var credential = new ClientSecretCredential(configuration["TenantId"], configuration["ClientId"], configuration["ClientSecret"], options);
        Bus = new ServiceBusClient("contoso.servicebus.chinacloudapi.cn", credential);
        Secrets = new SecretClient(new Uri("https://contoso.vault.azure.cn"), credential);
    }

    public ServiceBusClient Bus { get; }
    public SecretClient Secrets { get; }
}
