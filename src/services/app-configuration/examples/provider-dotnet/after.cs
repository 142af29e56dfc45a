using Azure.Identity;
using Microsoft.Extensions.Configuration.AzureAppConfiguration;

builder.Configuration.AddAzureAppConfiguration(store =>
{
    store.Connect(new Uri(Environment.GetEnvironmentVariable("AZURE_APPCONFIGURATION_ENDPOINT")!), new DefaultAzureCredential())
        .Select(KeyFilter.Any);
});
