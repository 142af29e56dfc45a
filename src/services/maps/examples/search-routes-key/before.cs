using System;
using Azure;
using Azure.Maps.Routing;
using Azure.Maps.Search;

public class Places
{
    private static readonly AzureKeyCredential Key = new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_MAPS_KEY"));

    public MapsSearchClient Search { get; } = new MapsSearchClient(Key);

    public MapsRoutingClient Routes { get; } = new MapsRoutingClient(Key, new MapsRoutingClientOptions());
}
