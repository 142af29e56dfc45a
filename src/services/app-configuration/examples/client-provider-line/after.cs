using System;
using Azure.Data.AppConfiguration;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

public static class Settings
{
    private const string AppConfigEndpoint = "https://contoso.azconfig.io";

    public static ConfigurationClient Client(IConfigurationBuilder builder)
    {
        var credential = new DefaultAzureCredential();
        builder.AddAzureAppConfiguration(store => store.Connect(new Uri(AppConfigEndpoint), credential));
        return new ConfigurationClient(new Uri(AppConfigEndpoint), credential);
    }
}
