using Microsoft.Extensions.Configuration.AzureAppConfiguration;

builder.Configuration.AddAzureAppConfiguration(store =>
{
    store.Connect(Environment.GetEnvironmentVariable("APPCONFIGURATION_CONNECTION_STRING"))
        .Select(KeyFilter.Any);
});
