using System;
using Microsoft.Azure.SignalR;

public static class Endpoints
{
    public static ServiceEndpoint[] All(IConfiguration configuration) => new[]
    {
        new ServiceEndpoint(configuration["SignalR:East"]),
        new ServiceEndpoint(connectionString: configuration["SignalR:West"], type: EndpointType.Secondary, name: "west"),
    };
}
