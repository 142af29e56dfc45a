using System;
using Azure.Identity;
using Microsoft.Azure.SignalR;

public static class Endpoints
{
    public static ServiceEndpoint[] All(IConfiguration configuration) => new[]
    {
        new ServiceEndpoint(new Uri(configuration["AZURE_SIGNALR_ENDPOINT"]), new DefaultAzureCredential()),
        new ServiceEndpoint(endpoint: new Uri(configuration["AZURE_SIGNALR_ENDPOINT_WEST"]), credential: new DefaultAzureCredential(), endpointType: EndpointType.Secondary, name: "west"),
    };
}
