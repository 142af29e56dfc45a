using Microsoft.Extensions.Configuration;

public static class Vault
{
    public static void Add(IConfigurationBuilder builder, IConfiguration settings) =>
        builder.AddAzureKeyVault(settings["Vault"], settings["ClientId"], settings["ClientSecret"]);
}
