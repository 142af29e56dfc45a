using System;
using Azure.Identity;
using Azure.Maps.Routing;
using Azure.Maps.Search;

public class Places
{
    public MapsSearchClient Search { get; } = new MapsSearchClient(new DefaultAzureCredential(), Environment.GetEnvironmentVariable("MAPS_CLIENT_ID"));

    public MapsRoutingClient Routes { get; } = new MapsRoutingClient(new DefaultAzureCredential(), Environment.GetEnvironmentVariable("MAPS_CLIENT_ID"), new MapsRoutingClientOptions());
}
