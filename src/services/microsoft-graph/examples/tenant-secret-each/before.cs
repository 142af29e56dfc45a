using Azure.Identity;
using Microsoft.Graph;

public class Tenants
{
    public GraphServiceClient For(Tenant tenant, string clientId) =>
        new GraphServiceClient(new ClientSecretCredential(tenant.Id, clientId, tenant.Secret));
}
