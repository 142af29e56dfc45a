using System;
using Azure.Data.AppConfiguration;
using Microsoft.Extensions.Configuration;

public static class Settings
{
    private const string Connection = "Endpoint=https://contoso.azconfig.io;Id=Ab1c;Secret={{key:32}}";

    public static ConfigurationClient Client(IConfigurationBuilder builder)
    {
        builder.AddAzureAppConfiguration(Connection);
        return new ConfigurationClient(Connection);
    }
}
