using Microsoft.Azure.Management.Fluent;
using Microsoft.Azure.Management.ResourceManager.Fluent;

public static class Fluent
{
    public static void Run(string tenant, string id, IConfiguration configuration)
    {
        var credentials = SdkContext.AzureCredentialsFactory.FromServicePrincipal(id, configuration["ClientSecret"], tenant, AzureEnvironment.AzureGlobalCloud);
        var azure = Azure.Authenticate(credentials).WithDefaultSubscription();
    }
}
