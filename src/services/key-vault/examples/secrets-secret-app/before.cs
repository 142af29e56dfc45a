using System;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

public class Secrets
{
    private readonly SecretClient _client;

    public Secrets(IConfiguration configuration)
    {
        var credential = new ClientSecretCredential(configuration["TenantId"], configuration["ClientId"], configuration["ClientSecret"]);
        _client = new SecretClient(new Uri(configuration["VaultUri"]), credential);
    }
}
