using Microsoft.IdentityModel.Clients.ActiveDirectory;

public class Adal
{
    public ClientCredential Credential(string clientId, IConfiguration configuration) =>
        new ClientCredential(clientId, configuration["ida:AppKey"]);
}
