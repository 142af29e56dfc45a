using Microsoft.Azure.SignalR;

public static class Typed
{
    public static ServiceEndpoint Make(IConfiguration configuration, EndpointType type) =>
        new ServiceEndpoint(configuration["Azure:SignalR:ConnectionString"], type);
}
